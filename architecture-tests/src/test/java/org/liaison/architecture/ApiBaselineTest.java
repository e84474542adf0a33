package org.liaison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.differ.DiffPluginImpl;
import aQute.bnd.osgi.Jar;
import aQute.bnd.service.diff.Delta;
import aQute.bnd.service.diff.Diff;
import aQute.bnd.service.diff.Tree;
import aQute.bnd.service.diff.Type;
import aQute.bnd.version.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.Test;

/**
 * What the exported packages promise. {@code src/api/<package>.txt} of a bundle is the accepted description of a package; a
 * package that differs from it must carry the next version, major or minor as bnd says. As long as nothing was released,
 * and at each release, the present state is accepted with {@code mvn -q package -pl architecture-tests -am -DskipUnitTests
 * -Dapi.accept}.
 */
public class ApiBaselineTest {
    private static final String ACCEPT = "mvn -q package -pl architecture-tests -am -DskipUnitTests -Dapi.accept";

    @Test
    public void exportedPackages_keepWhatWasAccepted_orStepTheirVersion() throws Exception {
        List<String> broken = new ArrayList<>();
        for (Built bundle : Built.all()) {
            if (!bundle.exports().isEmpty()) {
                Path folder = bundle.jar().getParent().resolveSibling("src").resolve("api");
                List<Tree> packages = packages(bundle);
                if (System.getProperty("api.accept") != null) {
                    accept(folder, packages);
                }
                compare(folder, packages, broken);
            }
        }
        assertThat(broken)
                .as("Exported packages that changed. Step their version in package-info.java, or accept with\n  "
                        + ACCEPT)
                .isEmpty();
    }

    @Test
    public void removedMethod_isMajor_andAddedMethodIsMinor() throws Exception {
        List<String> less = List.of("PACKAGE p", "  VERSION 1.0.0", "  INTERFACE p.A");
        List<String> more = new ArrayList<>(less);
        more.add("    METHOD a()");
        assertThat(step(Description.read(more), Description.read(less))).isEqualTo(Delta.MINOR);
        assertThat(step(Description.read(less), Description.read(more))).isEqualTo(Delta.MAJOR);
        assertThat(step(Description.read(more), Description.read(more))).isEqualTo(Delta.UNCHANGED);
        assertThat(next(new Version("1.2.0"), Delta.MINOR)).isEqualTo(new Version("1.3.0"));
        assertThat(next(new Version("1.2.0"), Delta.MAJOR)).isEqualTo(new Version("2.0.0"));
    }

    private static List<Tree> packages(Built bundle) throws Exception {
        try (Jar jar = new Jar(bundle.jar().toFile())) {
            Tree api = new DiffPluginImpl().tree(jar).get("<api>");
            assertThat(api).as(bundle.name()).isNotNull();
            List<Tree> packages = new ArrayList<>();
            for (Tree child : api.getChildren()) {
                if (child.getType() == Type.PACKAGE) {
                    packages.add(Description.read(Description.write(child)));
                }
            }
            return packages;
        }
    }

    private static void compare(Path folder, List<Tree> packages, List<String> broken) throws Exception {
        for (Tree now : packages) {
            Path file = folder.resolve(now.getName() + ".txt");
            if (!Files.exists(file)) {
                broken.add(now.getName() + " has no accepted description");
                continue;
            }
            Tree accepted = Description.read(Files.readAllLines(file));
            Delta step = step(now, accepted);
            Version wanted = next(version(accepted), step);
            if (version(now).compareTo(wanted) < 0) {
                broken.add(now.getName() + " " + version(now) + " must become " + wanted + ":"
                        + changes(now.diff(accepted), ""));
            }
        }
        for (Path file : accepted(folder)) {
            if (packages.stream().noneMatch(now -> file.endsWith(now.getName() + ".txt"))) {
                broken.add(file.getFileName() + " describes a package that is no longer exported");
            }
        }
    }

    private static Delta step(Tree now, Tree accepted) {
        return now.diff(accepted).getChildren().stream()
                .filter(diff -> diff.getType() != Type.VERSION)
                .map(ApiBaselineTest::severity)
                .max(Delta::compareTo)
                .orElse(Delta.UNCHANGED);
    }

    private static Delta severity(Diff diff) {
        return switch (diff.getDelta()) {
            case ADDED -> diff.getNewer().ifAdded();
            case REMOVED -> diff.getOlder().ifRemoved();
            default -> diff.getDelta();
        };
    }

    private static Version next(Version version, Delta step) {
        return switch (step) {
            case MAJOR -> new Version(version.getMajor() + 1, 0, 0);
            case MINOR -> new Version(version.getMajor(), version.getMinor() + 1, 0);
            default -> version;
        };
    }

    private static Version version(Tree described) {
        return Stream.of(described.getChildren())
                .filter(child -> child.getType() == Type.VERSION)
                .map(child -> new Version(child.getName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError(described.getName() + " has no version"));
    }

    private static String changes(Diff diff, String at) {
        StringBuilder text = new StringBuilder();
        for (Diff child : diff.getChildren()) {
            String what = at + " " + child.getName();
            switch (child.getDelta()) {
                case ADDED -> text.append("\n    +").append(what);
                case REMOVED -> text.append("\n    -").append(what);
                default -> text.append(changes(child, what));
            }
        }
        return text.toString();
    }

    private static void accept(Path folder, List<Tree> packages) throws IOException {
        for (Path file : accepted(folder)) {
            Files.delete(file);
        }
        Files.createDirectories(folder);
        for (Tree now : packages) {
            Files.write(folder.resolve(now.getName() + ".txt"), Description.write(now));
        }
    }

    private static List<Path> accepted(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
