package org.liaison.platform.web.internal.front;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.CipherInputStream;
import javax.crypto.CipherOutputStream;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.crypto.spec.IvParameterSpec;

/**
 * A request body on its way in: in memory while small, then in a file, never above its limit. The file is encrypted under a
 * key that exists in this object alone, so what a kill leaves behind is noise. Integrity is not asked of it: who can write
 * here can do anything to the process. Not thread-safe.
 */
final class Spool implements AutoCloseable {
    private static final int IN_MEMORY = 64 * 1024;

    private final Path folder;
    private final long limit;
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private Path file;
    private SecretKey key;
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
            out = new CipherOutputStream(Files.newOutputStream(file), cipher(Cipher.ENCRYPT_MODE));
            memory.writeTo(out);
            memory.reset();
        }
        out.write(piece, 0, length);
    }

    /** The whole body; ends the writing. */
    InputStream content() throws IOException {
        out.close();
        return file == null
                ? new ByteArrayInputStream(memory.toByteArray())
                : new CipherInputStream(Files.newInputStream(file), cipher(Cipher.DECRYPT_MODE));
    }

    /** AES in counter mode; the counter may begin at 0, because the key is used for one body only. */
    private Cipher cipher(int mode) {
        try {
            if (key == null) {
                KeyGenerator fresh = KeyGenerator.getInstance("AES");
                fresh.init(256);
                key = fresh.generateKey();
            }
            Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
            cipher.init(mode, key, new IvParameterSpec(new byte[16]));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
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
