package org.liaison.platform.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A 256-bit key in a file outside the database, made at first use and readable by its owner only. */
final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    static byte[] readOrMake(Path file) {
        try {
            if (!Files.exists(file)) {
                make(file);
            }
            byte[] key = HexFormat.of().parseHex(Files.readString(file).trim());
            if (key.length != BYTES) {
                throw new IllegalStateException("key file " + file.getFileName() + " does not hold " + BYTES + " bytes");
            }
            return key;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Written aside and moved: a crash never leaves half a key behind.
    private static void make(Path file) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        Path aside = Files.createTempFile(file.getParent(), "key", ".new");
        Files.writeString(aside, HexFormat.of().formatHex(key) + "\n");
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createLink(file, aside);
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(aside);
        }
    }

}
