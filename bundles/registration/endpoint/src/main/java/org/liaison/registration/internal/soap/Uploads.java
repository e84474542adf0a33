package org.liaison.registration.internal.soap;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.DataKeys;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.TooMany;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.rules.FreeText;

/**
 * Files that clients without MTOM send in parts. An upload belongs to the account that started it and is forgotten an hour
 * after its last part; it stays after it was used, so that a repeat of the last call finds it. The files lie in the
 * bundle's own folder, each part encrypted under the upload's data key, and outlast a replacement of the bundle.
 */
final class Uploads {
    /** The right to send one, in the context's permission table. */
    static final String WRITE = "registration.upload.write";

    static final int PART = 1 << 20;
    static final long WHOLE = 20L << 20;
    static final int OPEN = 10;
    static final int PARTS = 1_000;
    static final Duration KEPT = Duration.ofHours(1);

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final String NAME = ".name";
    private static final String PART_FILE = ".part";

    private final Path folder;
    private final DataKeys keys;

    /** @param folder made when the first upload starts */
    Uploads(Path folder, DataKeys keys) {
        this.folder = folder;
        this.keys = keys;
    }

    /** Starts an upload. @throws TooMany when the account has ten of them */
    synchronized String start(String account, String fileName) {
        FreeText.identityNumber("fileName", fileName).ifPresent(violation -> {
            throw new Invalid(List.of(violation));
        });
        try {
            Files.createDirectories(folder);
            if (open(account) >= OPEN) {
                throw new TooMany();
            }
            String id = UUID.randomUUID().toString();
            DataKeys.Wrapped key = keys.make(id);
            Files.writeString(folder.resolve(id + NAME), String.join("\n", account, key.keyId(), key.text(), fileName));
            return id;
        } catch (IOException e) {
            throw full(e);
        }
    }

    /**
     * Appends a part; the last part sent once more changes nothing.
     *
     * @return bytes received so far
     * @throws Conflict {@code UPLOAD_OFFSET} when the part does not follow the one before
     */
    synchronized long append(String account, String id, long offset, byte[] part) {
        if (part == null || part.length == 0 || part.length > PART) {
            throw Invalid.malformed("part", "PART_SIZE", "每段应为1字节至1MB");
        }
        Upload upload = upload(account, id);
        try {
            List<Path> parts = parts(id);
            long received = 0;
            for (Path before : parts) {
                received += length(before);
            }
            if (offset >= 0 && offset + part.length == received) {
                return received;
            }
            if (offset != received) {
                throw new Conflict("UPLOAD_OFFSET", "已收到" + received + "字节，请从该位置续传");
            }
            if (received + part.length > WHOLE) {
                throw new Invalid("part", "FILE_TOO_LARGE", "单个附件不得超过20MB");
            }
            if (parts.size() == PARTS) {
                throw new Invalid("part", "TOO_MANY_PARTS", "一个附件至多分" + PARTS + "段上传");
            }
            write(upload, id, offset, part);
            return received + part.length;
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** A part is a file of its own, written aside: a torn one never counts. */
    private void write(Upload upload, String id, long offset, byte[] part) throws IOException {
        String name = String.format("%s.%010d-%d", id, offset, part.length);
        Path aside = folder.resolve(name + ".new");
        try (OutputStream out = keys.encrypt(Files.newOutputStream(aside), upload.key(), id)) {
            out.write(part);
        }
        Files.move(aside, folder.resolve(name + PART_FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The name the upload was started with. @throws NotFound when there is none of this account */
    synchronized String fileName(String account, String id) {
        return upload(account, id).fileName();
    }

    private Upload upload(String account, String id) {
        if (id == null || !ID.matcher(id).matches()) {
            throw new NotFound();
        }
        try {
            String[] lines = Files.readString(folder.resolve(id + NAME)).split("\n", 4);
            if (!lines[0].equals(account)) {
                throw new NotFound();
            }
            return new Upload(lines[3], new DataKeys.Wrapped(lines[1], lines[2]));
        } catch (NoSuchFileException e) {
            throw new NotFound();
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** What was received; the caller closes it. @throws NotFound also when its key was replaced meanwhile */
    synchronized InputStream content(String account, String id) {
        Upload upload = upload(account, id);
        List<InputStream> parts = new ArrayList<>();
        try {
            for (Path part : parts(id)) {
                parts.add(keys.decrypt(Files.newInputStream(part), upload.key(), id));
            }
        } catch (IOException e) {
            throw full(e);
        } catch (DataKeys.Unreadable e) {
            throw new NotFound();
        }
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private List<Path> parts(String id) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> {
                        String name = file.getFileName().toString();
                        return name.startsWith(id + ".") && name.endsWith(PART_FILE);
                    })
                    .sorted()
                    .toList();
        }
    }

    private static long length(Path part) {
        String name = part.getFileName().toString();
        return Long.parseLong(name.substring(name.lastIndexOf('-') + 1, name.length() - PART_FILE.length()));
    }

    /** Forgets what is old and counts what the account still has. */
    private int open(String account) throws IOException {
        // The age of files is measured by the clock that dates files, not by the one a demonstration may shift.
        long oldest = System.currentTimeMillis() - KEPT.toMillis();
        int open = 0;
        for (Map.Entry<String, List<Path>> upload : files().entrySet()) {
            Path name = folder.resolve(upload.getKey() + NAME);
            if (newest(upload.getValue()) < oldest || !Files.exists(name)) {
                for (Path file : upload.getValue()) {
                    Files.deleteIfExists(file);
                }
            } else if (Files.readString(name).startsWith(account + "\n")) {
                open++;
            }
        }
        return open;
    }

    private Map<String, List<Path>> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(
                    Collectors.groupingBy(file -> file.getFileName().toString().split("\\.")[0]));
        }
    }

    private static long newest(List<Path> files) throws IOException {
        long newest = 0;
        for (Path file : files) {
            newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
        }
        return newest;
    }

    /** What is known of an upload. */
    private record Upload(String fileName, DataKeys.Wrapped key) {}

    private static Unavailable full(IOException e) {
        return new Unavailable("STORE_FULL", "附件暂时无法保存，请稍后再试", e);
    }
}
