package org.liaison.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The distribution after its first start and an orderly stop: features installed, the embedded database with its schemas and
 * the accounts of the demonstration. A container whose test is not about the first start begins as a copy of it. It is made
 * once for an archive; the JVMs that test beside each other share it.
 */
final class WarmImage {
    private static final Path PLACE = Path.of("target", "warm").toAbsolutePath();
    private static final String HOME = "home";
    private static final String DATA = "data";
    private static final String MADE = "made";

    private WarmImage() {}

    /** Makes {@code home} below the folder; with the database and the keys of the accounts in {@code data}, too, if wanted. */
    static void copyTo(Path work, boolean withData) throws IOException, InterruptedException {
        Path image = made();
        copy(image.resolve(HOME), work.resolve(HOME));
        if (withData) {
            copy(image.resolve(DATA), work.resolve(DATA));
        }
        move(work, image);
    }

    private static synchronized Path made() throws IOException, InterruptedException {
        Path archive = Path.of(System.getProperty("liaison.distribution"));
        Path image = PLACE.resolve(
                Files.size(archive) + "-" + Files.getLastModifiedTime(archive).toMillis());
        Files.createDirectories(PLACE);
        try (FileChannel file =
                        FileChannel.open(PLACE.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = file.lock()) {
            if (!Files.exists(image.resolve(MADE))) {
                // of an earlier archive, or of a run that was ended while it made one
                try (Stream<Path> others = Files.list(PLACE)) {
                    others.filter(Files::isDirectory).forEach(WarmImage::delete);
                }
                make(image);
                Files.createFile(image.resolve(MADE));
            }
        }
        return image;
    }

    private static void make(Path image) throws IOException, InterruptedException {
        try (Container first = Container.unpackedIn(image)) {
            // the office of the demonstration comes last of all, with its accounts
            first.start()
                    .await("clk", Offices.PATH, 200)
                    .await(null, "/system/ready", 200)
                    .await("ins", "/api/platform/v1/me", 200);
            if (!first.complaints().isEmpty() || !first.stop()) {
                throw new IllegalStateException("no good first start:\n" + String.join("\n", first.log()));
            }
        }
        for (String own : List.of("out.log", "instances", "data/log", "data/tmp")) {
            delete(image.resolve(HOME).resolve(own));
        }
    }

    /** Nothing writes into a jar that is there, so that all copies can be one file. */
    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = to.resolve(from.relativize(file));
                if (file.toString().endsWith(".jar")) {
                    Files.createLink(copy, file);
                } else {
                    Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES);
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** The settings that the container keeps name the files that they were read from. */
    private static void move(Path work, Path image) throws IOException {
        try (Stream<Path> files = Files.find(
                work.resolve(HOME).resolve("data/cache"), Integer.MAX_VALUE, (file, attributes) -> file.toString()
                        .endsWith(".config"))) {
            for (Path file : files.toList()) {
                Files.writeString(file, Files.readString(file).replace(image.toString(), work.toString()));
            }
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
