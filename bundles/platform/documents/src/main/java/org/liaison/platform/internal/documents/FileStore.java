package org.liaison.platform.internal.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.liaison.platform.api.Attachments.Staged;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.rules.FreeText;

/**
 * Files in one directory: {@code staging} for what comes in, {@code kept} for what has an id. A file has reached the disk
 * before it gets its place, and its place before anybody hears of it. Names are ids only.
 */
final class FileStore {
    static final long MAX_FILE = 20L * 1024 * 1024;

    private static final int STEP = 64 * 1024;

    private final Path staging;
    private final Path kept;
    private final Disk disk;

    FileStore(Path directory) throws IOException {
        this(directory, FileChannel::write);
    }

    FileStore(Path directory, Disk disk) throws IOException {
        this.staging = Files.createDirectories(directory.resolve("staging"));
        this.kept = Files.createDirectories(directory.resolve("kept"));
        this.disk = disk;
    }

    Staged stage(InputStream content, String fileName) {
        checkName(fileName);
        String id = UUID.randomUUID().toString();
        Path aside = staging.resolve(id);
        boolean placed = false;
        try {
            Written written = write(content, aside);
            FileType type = FileType.of(aside, fileName);
            Files.createDirectories(place(id).getParent());
            Files.move(aside, place(id), StandardCopyOption.ATOMIC_MOVE);
            sync(place(id).getParent());
            sync(kept);
            placed = true;
            return new Staged(id, fileName, written.size(), written.sha256(), type.mediaType());
        } catch (ReadFailure e) {
            throw Invalid.malformed("file", "FILE_BROKEN", "文件未传完,请重新上传");
        } catch (IOException e) {
            throw new Unavailable("STORE_FULL", "附件存储空间不足或不可写,文件未保存,请联系平台运维", e);
        } finally {
            if (!placed) {
                delete(aside);
                delete(place(id));
            }
        }
    }

    private Written write(InputStream content, Path to) throws IOException {
        MessageDigest sha = sha256();
        long size = 0;
        byte[] step = new byte[STEP];
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (int n = read(content, step); n >= 0; n = read(content, step)) {
                size += n;
                if (size > MAX_FILE) {
                    throw new Invalid("file", "FILE_TOO_LARGE", "单个文件不得超过20MB");
                }
                sha.update(step, 0, n);
                ByteBuffer part = ByteBuffer.wrap(step, 0, n);
                while (part.hasRemaining()) {
                    disk.write(channel, part);
                }
            }
            channel.force(true);
        }
        if (size == 0) {
            throw new Invalid("file", "FILE_EMPTY", "文件没有内容");
        }
        return new Written(size, HexFormat.of().formatHex(sha.digest()));
    }

    // A sender who goes away is not a full disk.
    private static int read(InputStream content, byte[] step) throws ReadFailure {
        try {
            return content.read(step);
        } catch (IOException e) {
            throw new ReadFailure(e);
        }
    }

    InputStream open(String id) {
        try {
            return Files.newInputStream(place(id));
        } catch (IOException e) {
            throw new NotFound();
        }
    }

    boolean holds(String id) {
        return Files.exists(place(id));
    }

    void delete(String id) {
        delete(place(id));
    }

    /** Files that came in before the given time and are still there: staging leftovers are deleted, kept ids are told. */
    List<String> sweep(Instant before) throws IOException {
        try (Stream<Path> files = Files.list(staging)) {
            files.filter(file -> olderThan(file, before)).forEach(FileStore::delete);
        }
        try (Stream<Path> files = Files.walk(kept, 2)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> olderThan(file, before))
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }

    long usable() throws IOException {
        return Files.getFileStore(kept).getUsableSpace();
    }

    private Path place(String id) {
        // an id of our own making; anything else never becomes a path
        String name = UUID.fromString(id).toString();
        return kept.resolve(name.substring(0, 2)).resolve(name);
    }

    private static boolean olderThan(Path file, Instant before) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (IOException e) {
            return false;
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // the sweep comes by again
        }
    }

    private static void sync(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static void checkName(String name) {
        if (name == null || name.isBlank() || name.length() > 200 || name.matches("(?s).*\\p{Cntrl}.*")) {
            throw new Invalid("file", "FILE_NAME", "文件名应为1至200个字符,不含控制字符");
        }
        Stream.of(FreeText.identityNumber("file", name), FreeText.secrecyMark("file", name))
                .flatMap(Optional::stream)
                .forEach(violation -> {
                    throw new Invalid(List.of(violation));
                });
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** How bytes reach the disk; a test fills it up. */
    interface Disk {
        int write(FileChannel channel, ByteBuffer part) throws IOException;
    }

    private record Written(long size, String sha256) {}

    /** The content could not be read to its end. */
    private static final class ReadFailure extends IOException {
        private static final long serialVersionUID = 1L;

        ReadFailure(IOException cause) {
            super(cause);
        }
    }
}
