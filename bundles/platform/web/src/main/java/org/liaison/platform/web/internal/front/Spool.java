package org.liaison.platform.web.internal.front;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** A request body on its way in: in memory while small, then in a file, never above its limit. Not thread-safe. */
final class Spool implements AutoCloseable {
    private static final int IN_MEMORY = 64 * 1024;

    private final Path folder;
    private final long limit;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private OutputStream out = memory;
    private long size;

    /**
     * @param folder where large bodies go; must exist
     * @param limit bytes the body may have
     */
    Spool(Path folder, long limit) {
        this.folder = folder;
        this.limit = limit;
    }

    /** Takes a piece in. @throws TooLarge when the body passes its limit */
    void write(byte[] piece, int length) throws IOException {
        size += length;
        if (size > limit) {
            throw new TooLarge(limit);
        }
        if (file == null && size > IN_MEMORY) {
            file = Files.createTempFile(folder, "body", null);
            out = Files.newOutputStream(file);
            memory.writeTo(out);
            memory.reset();
        }
        out.write(piece, 0, length);
    }

    /** The whole body; ends the writing. */
    InputStream content() throws IOException {
        out.close();
        return file == null ? new ByteArrayInputStream(memory.toByteArray()) : Files.newInputStream(file);
    }

    long size() {
        return size;
    }

    /** Removes what is on disk. */
    @Override
    public void close() throws IOException {
        out.close();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }

    /** The body is larger than its kind may be. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1L;

        private final long limit;

        TooLarge(long limit) {
            super("over " + limit + " bytes");
            this.limit = limit;
        }

        long limit() {
            return limit;
        }
    }
}
