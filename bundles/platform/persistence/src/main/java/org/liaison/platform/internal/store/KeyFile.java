package org.liaison.platform.internal.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** A 256-bit key in a file outside the database, made at first use and readable by its owner only. */
public final class KeyFile {
    private static final int BYTES = 32;

    private KeyFile() {}

    /** The folder of the keys, outside of the database. */
    public static Path folder(Settings settings) {
        return settings.keys().isBlank() ? Path.of(settings.data(), "keys") : Path.of(settings.keys());
    }

    /** The random key of the file. */
    public static byte[] readOrMake(Path file) {
        String hex = new String(readOrMake(file, KeyFile::random), StandardCharsets.UTF_8);
        byte[] key = HexFormat.of().parseHex(hex.trim());
        if (key.length != BYTES) {
            throw new IllegalStateException("key file " + file.getFileName() + " does not hold " + BYTES + " bytes");
        }
        return key;
    }

    /** The content of the file, which {@code fresh} gives when there is none yet. */
    public static byte[] readOrMake(Path file, Supplier<byte[]> fresh) {
        try {
            if (!Files.exists(file)) {
                make(file, fresh.get());
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts new content in the place of the old, at once and for good: a crash leaves the one or the other. */
    public static void replace(Path file, byte[] content) {
        try {
            Path aside = aside(file, content);
            Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
            sync(file.getParent());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Written aside and moved: a crash never leaves half a key behind.
    private static Path aside(Path file, byte[] content) throws IOException {
        Files.createDirectories(
                file.getParent(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        Path aside = Files.createTempFile(file.getParent(), "key", ".new");
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-------"));
        try (FileChannel channel = FileChannel.open(aside, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(content));
            channel.force(true);
        }
        return aside;
    }

    private static void make(Path file, byte[] content) throws IOException {
        Path aside = aside(file, content);
        try {
            Files.createLink(file, aside);
            sync(file.getParent());
        } catch (FileAlreadyExistsException e) {
            return;
        } finally {
            Files.delete(aside);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** A fresh key as its file holds it. */
    public static byte[] random() {
        byte[] key = new byte[BYTES];
        new SecureRandom().nextBytes(key);
        return (HexFormat.of().formatHex(key) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
