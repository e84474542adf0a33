package org.liaison.platform.internal.documents;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The names of an archive's entries, read from its central directory. The JDK reads archives from files only, and no clear
 * content is put on the disk to look at it.
 */
final class ZipNames {
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int ENTRY = 0x02014b50;
    private static final int ENTRY_LENGTH = 46;

    /** Bytes of the largest directory taken: some ten thousand entries. */
    private static final int LONGEST = 1 << 20;

    private ZipNames() {}

    /** The names; empty when the content is no archive, or one with a directory that is broken or too large. */
    static List<String> of(Probe probe, Content content) throws IOException {
        ByteBuffer tail = ByteBuffer.wrap(probe.tail()).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = tail.limit() - END_LENGTH; at >= 0; at--) {
            boolean end = tail.getInt(at) == END
                    && at + END_LENGTH + Short.toUnsignedInt(tail.getShort(at + 20)) == tail.limit();
            if (end) {
                long length = Integer.toUnsignedLong(tail.getInt(at + 12));
                long start = probe.size() - tail.limit() + at - length;
                return length > LONGEST || start < 0 ? List.of() : read(content, start, (int) length);
            }
        }
        return List.of();
    }

    private static List<String> read(Content content, long start, int length) throws IOException {
        try (InputStream in = content.open()) {
            in.skipNBytes(start);
            return names(ByteBuffer.wrap(in.readNBytes(length)).order(ByteOrder.LITTLE_ENDIAN));
        } catch (EOFException e) {
            return List.of();
        }
    }

    private static List<String> names(ByteBuffer directory) {
        List<String> names = new ArrayList<>();
        try {
            while (directory.hasRemaining()) {
                int at = directory.position();
                if (directory.getInt(at) != ENTRY) {
                    return List.of();
                }
                int name = Short.toUnsignedInt(directory.getShort(at + 28));
                int extra = Short.toUnsignedInt(directory.getShort(at + 30));
                int comment = Short.toUnsignedInt(directory.getShort(at + 32));
                byte[] text = new byte[name];
                directory.position(at + ENTRY_LENGTH).get(text).position(at + ENTRY_LENGTH + name + extra + comment);
                names.add(new String(text, StandardCharsets.UTF_8));
            }
            return names;
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return List.of();
        }
    }

    /** Opens the content from its beginning. */
    interface Content {
        InputStream open() throws IOException;
    }
}
