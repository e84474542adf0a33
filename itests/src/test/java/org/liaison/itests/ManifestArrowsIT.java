package org.liaison.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.Before;
import org.junit.Test;

/** Who may walk where (docs/architecture.md, section 2), read from the manifests as they were built. */
public class ManifestArrowsIT {
    private static final Map<String, Set<String>> EXPORTS = Map.of(
            "org.liaison.platform.api",
            Set.of("org.liaison.platform.api", "org.liaison.platform.api.rules", "org.liaison.platform.api.workflow"),
            "org.liaison.platform.web",
            Set.of("org.liaison.platform.web"),
            "org.liaison.registration.api",
            Set.of("org.liaison.registration.api"));

    // One clause of a header: names before the first attribute; quoted text may hold commas.
    private static final Pattern CLAUSE = Pattern.compile("([^,;\"]+)((?:;[^,;\"]+(?:\"[^\"]*\")?)*)");

    private final Map<String, Manifest> bundles = new TreeMap<>();

    @Before
    public void readManifests() throws IOException {
        Path root = Path.of(System.getProperty("liaison.root"), "bundles");
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.filter(ManifestArrowsIT::isBundle).toList()) {
                try (JarFile jar = new JarFile(file.toFile())) {
                    Manifest manifest = jar.getManifest();
                    bundles.put(manifest.getMainAttributes().getValue("Bundle-SymbolicName"), manifest);
                }
            }
        }
        assertTrue("bundles must be built before this test", bundles.size() >= 10);
    }

    @Test
    public void onlyTheNamedPackagesAreExported() {
        bundles.forEach((name, manifest) -> assertEquals(
                name,
                EXPORTS.getOrDefault(name, Set.of()),
                packages(manifest, "Export-Package").keySet()));
    }

    @Test
    public void everyExportHasAVersion() {
        bundles.forEach((name, manifest) -> packages(manifest, "Export-Package")
                .forEach((exported, attributes) -> assertTrue(
                        name + " " + exported + attributes, attributes.matches(".*version=\"?\\d+\\.\\d+\\.\\d+.*"))));
    }

    @Test
    public void importsOfOursFollowTheArrows() {
        List<String> wrong = new ArrayList<>();
        bundles.forEach((name, manifest) -> {
            for (String imported : packages(manifest, "Import-Package").keySet()) {
                if (imported.startsWith("org.liaison.") && !allowed(name, imported)) {
                    wrong.add(name + " -> " + imported);
                }
            }
        });
        assertEquals(List.of(), wrong);
    }

    @Test
    public void importsOfOursHaveAVersionRange() {
        bundles.forEach((name, manifest) -> packages(manifest, "Import-Package").forEach((imported, attributes) -> {
            if (imported.startsWith("org.liaison.")) {
                assertTrue(name + " " + imported + attributes, attributes.contains("version=\"["));
            }
        }));
    }

    @Test
    public void nothingOfTheJakartaNamespaceIsImported() {
        bundles.forEach((name, manifest) -> packages(manifest, "Import-Package")
                .keySet()
                .forEach(imported -> assertTrue(name + " " + imported, !imported.startsWith("jakarta."))));
    }

    @Test
    public void apisKnowNoTechnology() {
        List<String> wrong = new ArrayList<>();
        bundles.forEach((name, manifest) -> packages(manifest, "Import-Package").keySet().stream()
                .filter(imported -> name.endsWith(".api"))
                .filter(imported -> !imported.startsWith("java.")
                        && !imported.equals("javax.security.auth")
                        && !imported.startsWith("org.liaison."))
                .forEach(imported -> wrong.add(name + " -> " + imported)));
        assertEquals(List.of(), wrong);
    }

    private static boolean allowed(String bundle, String imported) {
        if (imported.startsWith("org.liaison.platform.api") || imported.equals(bundle)) {
            return true;
        }
        String context = bundle.split("\\.")[2];
        boolean api = bundle.endsWith(".api");
        if (context.equals("platform")) {
            return EXPORTS.getOrDefault(bundle, Set.of()).contains(imported);
        }
        if (imported.equals("org.liaison.platform.web")) {
            return bundle.endsWith(".endpoint");
        }
        if (imported.equals("org.liaison.registration.api")) {
            return api ? true : context.equals("registration") || bundle.endsWith(".impl");
        }
        return false;
    }

    private static Map<String, String> packages(Manifest manifest, String header) {
        Map<String, String> found = new TreeMap<>();
        String value = manifest.getMainAttributes().getValue(header);
        if (value != null) {
            Matcher matcher = CLAUSE.matcher(value);
            while (matcher.find()) {
                found.put(matcher.group(1).strip(), matcher.group(2));
            }
        }
        return found;
    }

    private static boolean isBundle(Path file) {
        String name = file.getFileName().toString();
        return file.getParent().endsWith("target") && name.endsWith("-SNAPSHOT.jar");
    }
}
