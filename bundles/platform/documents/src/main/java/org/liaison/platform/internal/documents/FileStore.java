package org.liaison.platform.internal.documents;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.liaison.platform.api.Attachments.Staged;
import org.liaison.platform.api.DataKeys;
import org.liaison.platform.api.DataKeys.Wrapped;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.rules.FreeText;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Files in one directory: {@code staging} for what comes in, {@code kept} for what has an id. A file has reached the disk
 * before it gets its place, and its place before anybody hears of it. Names are ids only; contents are encrypted from the
 * first byte on.
 */
final class FileStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

    static final long MAX_FILE = 20L * 1024 * 1024;

    private static final int STEP = 64 * 1024;

    private final Path staging;
    private final Path kept;
    private final DataKeys keys;
    private final Disk disk;

    FileStore(Path directory, DataKeys keys) throws IOException {
        this(directory, keys, FileChannel::write);
    }

    FileStore(Path directory, DataKeys keys, Disk disk) throws IOException {
        this.keys = keys;
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
            Wrapped key = keys.make(id);
            Probe probe = write(content, aside, key, id);
            FileType type = FileType.of(probe, () -> decrypt(aside, key, id), fileName);
            Files.createDirectories(place(id).getParent());
            Files.move(aside, place(id), StandardCopyOption.ATOMIC_MOVE);
            sync(place(id).getParent());
            sync(kept);
            placed = true;
            return new Staged(id, fileName, probe.size(), probe.sha256(), type.mediaType(), key);
        } catch (ReadFailure e) {
            throw Invalid.malformed("file", "FILE_BROKEN", "文件未传完，请重新上传");
        } catch (IOException e) {
            throw new Unavailable("STORE_FULL", "附件存储空间不足或不可写，文件未保存，请联系平台运维", e);
        } finally {
            if (!placed) {
                delete(aside);
                delete(place(id));
            }
        }
    }

    private Probe write(InputStream content, Path to, Wrapped key, String id) throws IOException {
        Probe probe = new Probe();
        byte[] step = new byte[STEP];
        try (FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try (OutputStream out = keys.encrypt(new Sink(channel, disk), key, id)) {
                for (int n = read(content, step); n >= 0; n = read(content, step)) {
                    probe.take(step, n);
                    if (probe.size() > MAX_FILE) {
                        throw new Invalid("file", "FILE_TOO_LARGE", "单个文件不得超过20MB");
                    }
                    out.write(step, 0, n);
                }
            }
            channel.force(true);
        }
        if (probe.size() == 0) {
            throw new Invalid("file", "FILE_EMPTY", "文件没有内容");
        }
        return probe;
    }

    // A sender who goes away is not a full disk.
    private static int read(InputStream content, byte[] step) throws ReadFailure {
        try {
            return content.read(step);
        } catch (IOException e) {
            throw new ReadFailure(e);
        }
    }

    /**
     * The clear content. The first segment is read at once, so that what is broken there is told before an answer begins.
     *
     * @throws NotFound when the file is not there
     * @throws Unavailable {@code FILE_DAMAGED}
     * @throws DataKeys.Unreadable when the data key cannot be unwrapped
     */
    InputStream open(String id, Wrapped key) {
        BufferedInputStream content = null;
        try {
            content = new BufferedInputStream(decrypt(place(id), key, id));
            content.mark(1);
            content.read();
            content.reset();
            return content;
        } catch (NoSuchFileException e) {
            throw new NotFound();
        } catch (IOException e) {
            close(content);
            throw damaged(id, e);
        }
    }

    private static void close(InputStream content) {
        try {
            content.close();
        } catch (IOException e) {
            LOG.debug("a damaged file closes with an error too", e);
        }
    }

    static Unavailable damaged(String id, Exception cause) {
        LOG.error("the content of attachment {} is damaged or its key is missing", id);
        return new Unavailable("FILE_DAMAGED", "附件内容已损坏，请联系平台运维从备份恢复", cause);
    }

    private InputStream decrypt(Path file, Wrapped key, String id) throws IOException {
        return keys.decrypt(Files.newInputStream(file), key, id);
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
            throw new Invalid("file", "FILE_NAME", "文件名应为1至200个字符，不含控制字符");
        }
        Stream.of(FreeText.identityNumber("file", name), FreeText.secrecyMark("file", name))
                .flatMap(Optional::stream)
                .forEach(violation -> {
                    throw new Invalid(List.of(violation));
                });
    }

    /** How bytes reach the disk; a test fills it up. */
    interface Disk {
        int write(FileChannel channel, ByteBuffer part) throws IOException;
    }

    /** Writes to the channel and leaves it open, to be synced. */
    private static final class Sink extends OutputStream {
        private final FileChannel channel;
        private final Disk disk;

        Sink(FileChannel channel, Disk disk) {
            this.channel = channel;
            this.disk = disk;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer part = ByteBuffer.wrap(bytes, offset, length);
            while (part.hasRemaining()) {
                disk.write(channel, part);
            }
        }
    }

    /** The content could not be read to its end. */
    private static final class ReadFailure extends IOException {
        private static final long serialVersionUID = 1L;

        ReadFailure(IOException cause) {
            super(cause);
        }
    }
}
