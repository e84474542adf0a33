package org.liaison.platform.internal.console;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.regex.Pattern;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The one folder that commands write files into, {@code LIAISON_DATA/exports}: who may export must not thereby reach the
 * platform's own files. A file is new and for the platform's own user alone. Thread-safe.
 */
@Component(service = ExportFolder.class, configurationPid = "org.liaison.platform")
public final class ExportFolder {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    private final Path folder;

    /** The setting that this component reads of {@code etc/org.liaison.platform.cfg}. */
    @ObjectClassDefinition(name = "Liaison exports")
    @interface Settings {
        @AttributeDefinition(description = "Directory of everything that is not the program")
        String data() default "data";
    }

    /** Writes what a file is to hold; the stream is closed by whoever opened it. */
    @FunctionalInterface
    interface Content {
        void write(OutputStream to) throws IOException;
    }

    @Activate
    public ExportFolder(Settings settings) {
        this(Path.of(settings.data()));
    }

    ExportFolder(Path data) {
        folder = data.resolve("exports");
    }

    /**
     * Where a file of this name will be.
     *
     * @throws Invalid {@code FILE_NAME} when it is more than a plain name
     * @throws Conflict {@code FILE_EXISTS}
     */
    Path path(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Invalid.malformed("file", "FILE_NAME", "文件名应由1至100个字母、数字、点、下划线或连字符组成，不得以点开头");
        }
        Path path = folder.resolve(name);
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw exists(path);
        }
        return path;
    }

    /** Writes the whole file, or leaves none. */
    void write(Path path, Content content) throws IOException {
        Files.createDirectories(folder);
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        var owner = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        boolean whole = false;
        try (OutputStream to =
                new BufferedOutputStream(Channels.newOutputStream(Files.newByteChannel(path, fresh, owner)))) {
            content.write(to);
            to.flush();
            whole = true;
        } catch (FileAlreadyExistsException e) {
            // another export took the name meanwhile: it is that one's file
            whole = true;
            throw exists(path);
        } finally {
            if (!whole) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static Conflict exists(Path path) {
        return new Conflict("FILE_EXISTS", "文件 " + path + " 已存在，请另取文件名");
    }
}
