package org.liaison.platform.internal.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The head of the chain outside the database: one line a batch, {@code seq hash mac}; a cut tail shows against it. */
final class HeadFile {
    /** Bytes of the longest line: 19 digits and twice 64 characters. */
    private static final int LINE = 150;

    private final Path file;

    HeadFile(Path file) {
        this.file = file;
    }

    /** Appends and syncs one line. A torn line of a killed process is ended first. */
    void append(Seal head) {
        String line = head.seq() + " " + head.hash() + " " + head.mac() + "\n";
        try {
            Files.createDirectories(file.getParent());
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
                long size = channel.size();
                ByteBuffer last = ByteBuffer.allocate(1);
                boolean torn = size > 0 && channel.read(last, size - 1) == 1 && last.get(0) != '\n';
                channel.position(size);
                channel.write(ByteBuffer.wrap(((torn ? "\n" : "") + line).getBytes(StandardCharsets.UTF_8)));
                channel.force(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sequence of the last whole line; 0 when there is none. */
    long last() {
        if (!Files.exists(file)) {
            return 0;
        }
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.seek(Math.max(0, open.length() - 3L * LINE));
            byte[] tail = new byte[(int) (open.length() - open.getFilePointer())];
            open.readFully(tail);
            String[] lines = new String(tail, StandardCharsets.UTF_8).split("\n");
            for (int i = lines.length - 1; i >= 0; i--) {
                Line line = parse(lines[i]);
                if (line != null) {
                    return line.seq();
                }
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    BufferedReader open() throws IOException {
        return Files.exists(file) ? Files.newBufferedReader(file) : new BufferedReader(java.io.Reader.nullReader());
    }

    /** The next whole line; null at the end. */
    static Line next(BufferedReader reader) throws IOException {
        for (String text = reader.readLine(); text != null; text = reader.readLine()) {
            Line line = parse(text);
            if (line != null) {
                return line;
            }
        }
        return null;
    }

    private static Line parse(String text) {
        String[] parts = text.split(" ");
        boolean whole = parts.length == 3
                && parts[0].matches("\\d{1,18}")
                && parts[1].length() == 64
                && parts[2].length() == 64;
        return whole ? new Line(Long.parseLong(parts[0]), parts[1], parts[2]) : null;
    }

    /** One head. */
    record Line(long seq, String hash, String mac) {}
}
