package org.liaison.registration.internal.soap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.UUID;
import java.util.regex.Pattern;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.TooMany;
import org.liaison.platform.api.Unavailable;

/**
 * Files that clients without MTOM send in parts. An upload belongs to the account that started it and is forgotten an hour
 * after its last part; it stays after it was used, so that a repeat of the last call finds it. The files lie in the
 * bundle's own folder and outlast a replacement of the bundle.
 */
final class Uploads {
    static final int PART = 1 << 20;
    static final long WHOLE = 20L << 20;
    static final int OPEN = 10;
    static final Duration KEPT = Duration.ofHours(1);

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");
    private static final String NAME = ".name";
    private static final String CONTENT = ".content";

    private final Path folder;

    /** @param folder made when the first upload starts */
    Uploads(Path folder) {
        this.folder = folder;
    }

    /** Starts an upload. @throws TooMany when the account has ten of them */
    synchronized String start(String account, String fileName) {
        try {
            Files.createDirectories(folder);
            if (open(account) >= OPEN) {
                throw new TooMany();
            }
            String id = UUID.randomUUID().toString();
            Files.createFile(folder.resolve(id + CONTENT));
            Files.writeString(folder.resolve(id + NAME), account + "\n" + fileName);
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
        try {
            fileName(account, id);
            Path content = folder.resolve(id + CONTENT);
            long received = Files.size(content);
            if (offset >= 0 && offset + part.length == received) {
                return received;
            }
            if (offset != received) {
                throw new Conflict("UPLOAD_OFFSET", "已收到" + received + "字节,请从该位置续传");
            }
            if (received + part.length > WHOLE) {
                throw new Invalid("part", "FILE_TOO_LARGE", "单个附件不得超过20MB");
            }
            Files.write(content, part, StandardOpenOption.APPEND);
            return received + part.length;
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** The name the upload was started with. @throws NotFound when there is none of this account */
    synchronized String fileName(String account, String id) {
        if (id == null || !ID.matcher(id).matches()) {
            throw new NotFound();
        }
        try {
            String[] lines = Files.readString(folder.resolve(id + NAME)).split("\n", 2);
            if (!lines[0].equals(account)) {
                throw new NotFound();
            }
            return lines[1];
        } catch (NoSuchFileException e) {
            throw new NotFound();
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** What was received; the caller closes it. */
    synchronized InputStream content(String account, String id) {
        fileName(account, id);
        try {
            return Files.newInputStream(folder.resolve(id + CONTENT));
        } catch (IOException e) {
            throw full(e);
        }
    }

    /** Forgets what is old and counts what the account still has. */
    private int open(String account) throws IOException {
        int open = 0;
        // The age of files is measured by the clock that dates files, not by the one a demonstration may shift.
        long oldest = System.currentTimeMillis() - KEPT.toMillis();
        try (DirectoryStream<Path> names = Files.newDirectoryStream(folder, "*" + NAME)) {
            for (Path name : names) {
                String file = name.getFileName().toString();
                Path content = folder.resolve(file.substring(0, file.length() - NAME.length()) + CONTENT);
                if (!Files.exists(content) || Files.getLastModifiedTime(content).toMillis() < oldest) {
                    Files.deleteIfExists(name);
                    Files.deleteIfExists(content);
                } else if (Files.readString(name, StandardCharsets.UTF_8).startsWith(account + "\n")) {
                    open++;
                }
            }
        }
        return open;
    }

    private static Unavailable full(IOException e) {
        return new Unavailable("STORE_FULL", "附件暂时无法保存,请稍后再试", e);
    }
}
