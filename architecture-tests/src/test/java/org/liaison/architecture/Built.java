package org.liaison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import aQute.bnd.osgi.Analyzer;
import aQute.bnd.osgi.Clazz;
import aQute.bnd.osgi.EmbeddedResource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One bundle of ours as it was built. */
public record Built(Path jar, Manifest manifest) {
    // One clause of a header: a name before the first attribute; quoted text may hold commas.
    private static final Pattern CLAUSE = Pattern.compile("([^,;\"]+)((?:;[^,;\"]+(?:\"[^\"]*\")?)*)");

    public static List<Built> all() throws IOException {
        String ending = "-" + System.getProperty("liaison.version") + ".jar";
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("liaison.root"), "bundles"))) {
            List<Built> found = files.filter(file -> file.getParent().endsWith("target"))
                    .filter(file -> file.getFileName().toString().endsWith(ending))
                    .map(Built::read)
                    .toList();
            assertThat(found).as("bundles that were built").hasSizeGreaterThanOrEqualTo(10);
            return found;
        }
    }

    private static Built read(Path file) {
        try (JarFile jar = new JarFile(file.toFile())) {
            return new Built(file, jar.getManifest());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Every class in it, read and not loaded. */
    public List<Clazz> classes() throws Exception {
        List<Clazz> found = new ArrayList<>();
        try (Analyzer analyzer = new Analyzer()) {
            for (byte[] content : contents()) {
                Clazz type = new Clazz(analyzer, "class", new EmbeddedResource(content, 0));
                type.parseClassFile();
                found.add(type);
            }
        }
        return found;
    }

    /** The bytes of every class in it. */
    public List<byte[]> contents() throws IOException {
        List<byte[]> found = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(file.entries())) {
                if (entry.getName().endsWith(".class") && entry.getName().startsWith("org/liaison/")) {
                    found.add(file.getInputStream(entry).readAllBytes());
                }
            }
        }
        return found;
    }

    String name() {
        return manifest.getMainAttributes().getValue("Bundle-SymbolicName");
    }

    /** {@code registration} of {@code org.liaison.registration.impl}. */
    public String context() {
        return name().split("\\.")[2];
    }

    /** {@code impl} of {@code org.liaison.registration.impl}; the bundle's own name on the ground floor and at the portal. */
    String layer() {
        return name().substring(name().lastIndexOf('.') + 1);
    }

    boolean isPlatform() {
        return context().equals("platform");
    }

    /** Package to attributes. */
    Map<String, String> exports() {
        return packages("Export-Package");
    }

    /** Package to attributes. */
    Map<String, String> imports() {
        return packages("Import-Package");
    }

    private Map<String, String> packages(String header) {
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
}
