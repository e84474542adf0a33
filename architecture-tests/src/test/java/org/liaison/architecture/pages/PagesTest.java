package org.liaison.architecture.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.BeforeClass;
import org.junit.Test;
import org.liaison.architecture.Built;
import org.liaison.architecture.permissions.Tables;

/** The pages of the portal and of every module as they were built (docs/portal.md). */
public class PagesTest {
    private static final String PAGES = "portal/";
    private static final String LIBRARIES = "META-INF/resources/";
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    /** Interfaces and style that came after Chromium 89, by the names that give them away. */
    private static final Pattern TOO_NEW = Pattern.compile(
            "\\.at\\(|structuredClone|Object\\.hasOwn\\b|\\.findLast|randomUUID"
                    + "|AbortSignal\\.timeout|\\.to(Sorted|Reversed|Spliced)\\(|\\.groupBy\\(|withResolvers|startViewTransition|showPicker\\("
                    + "|:has\\(|@layer|@container|color-mix\\(|subgrid|\\d[dsl]v[hw]\\b|accent-color|text-wrap:|scrollbar-gutter|:user-valid");

    /** Bundle to its files of text, the path in the bundle to the content. */
    private static final Map<String, Map<String, String>> FILES = new TreeMap<>();

    @BeforeClass
    public static void read() throws IOException {
        for (Built bundle : Built.all()) {
            Map<String, String> files = new TreeMap<>();
            try (JarFile jar = new JarFile(bundle.jar().toFile())) {
                for (JarEntry entry : Collections.list(jar.entries())) {
                    String name = entry.getName();
                    if ((name.startsWith(PAGES) || name.startsWith(LIBRARIES)) && name.matches(".*\\.(js|css|json)")) {
                        files.put(name, new String(jar.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
            if (!files.isEmpty()) {
                FILES.put(bundle.jar().getFileName().toString(), files);
            }
        }
        assertThat(FILES.keySet()).as("bundles with pages").hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    public void nothing_isNewerThanChromium89() {
        List<String> wrong = new ArrayList<>();
        files((bundle, name, content) -> {
            if (name.endsWith(".js")) {
                Script script = Script.parse(name, content);
                script.errors().forEach(wrong::add);
                if (!script.tooNew().isEmpty()) {
                    wrong.add(name + ": " + script.tooNew());
                }
            }
            TOO_NEW.matcher(content).results().forEach(found -> wrong.add(name + ": " + found.group()));
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    public void everyText_standsInTheCatalogueOfItsModule_inBothLanguages() {
        List<String> wrong = new ArrayList<>();
        FILES.forEach((bundle, files) -> {
            Map<String, Map<String, Integer>> catalogues = catalogues(files);
            assertThat(catalogues).as(bundle).containsKey(PAGES);
            catalogues.forEach((folder, texts) -> {
                assertThat(texts).as(bundle + " " + folder).isNotEmpty();
                texts.forEach((text, languages) -> {
                    if (languages != 2) {
                        wrong.add(folder + ": " + text + " is not in two languages");
                    }
                });
            });
            scripts(files).forEach(script -> {
                Map<String, Integer> catalogue = catalogues.getOrDefault(folder(script.name()), catalogues.get(PAGES));
                script.strings()
                        .filter(text -> HAN.matcher(text).find())
                        .forEach(text -> wrong.add(script.name() + ": " + text));
                script.asked().stream()
                        .filter(text -> !catalogue.containsKey(text))
                        .forEach(text -> wrong.add(script.name() + ": t." + text + " is in no catalogue"));
            });
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    public void everyEntry_namesAnOperationOfATable_andAFileThatIsThere() throws Exception {
        Set<String> operations = Tables.grants().keySet();
        for (Map.Entry<String, Map<String, String>> bundle : FILES.entrySet()) {
            String described = bundle.getValue().get(PAGES + "pages.json");
            if (described != null) {
                JsonNode pages = new ObjectMapper().readTree(described);
                assertThat(pages.get("title")).as(bundle.getKey()).hasSize(2);
                for (String kind : List.of("menu", "routes", "duties", "tiles", "search")) {
                    for (JsonNode entry : pages.path(kind)) {
                        check(bundle, kind, entry, operations);
                    }
                }
                if (pages.has("scopes")) {
                    check(bundle, "scopes", pages.get("scopes"), operations);
                }
                assertThat(bundle.getValue())
                        .as(bundle.getKey())
                        .containsKey(PAGES + pages.path("operations").asText());
                pages.path("menu").forEach(item -> assertThat(pages.get("routes"))
                        .as("route of " + item)
                        .anyMatch(route -> route.get("path").equals(item.get("path"))));
            }
        }
    }

    @Test
    public void everyOperationOfATable_hasAName() throws Exception {
        Set<String> named = new TreeSet<>();
        for (Map<String, String> files : FILES.values()) {
            Map<String, Integer> names = catalogues(files).getOrDefault(PAGES + "operations/", Map.of());
            named.addAll(names.keySet());
        }
        assertThat(named).containsAll(Tables.grants().keySet());
    }

    private static void check(
            Map.Entry<String, Map<String, String>> bundle, String kind, JsonNode entry, Set<String> operations) {
        assertThat(operations)
                .as(bundle.getKey() + " " + entry)
                .contains(entry.path("operation").asText());
        if (kind.equals("menu")) {
            assertThat(entry.get("text")).as(entry.toString()).hasSize(2);
        } else {
            assertThat(bundle.getValue())
                    .as(entry.toString())
                    .containsKey(PAGES + entry.path("load").asText());
        }
    }

    private static Stream<Script> scripts(Map<String, String> files) {
        return files.entrySet().stream()
                .filter(file -> file.getKey().startsWith(PAGES) && file.getKey().endsWith(".js"))
                .filter(file -> !file.getKey().endsWith("/texts.js"))
                .map(file -> Script.parse(file.getKey(), file.getValue()));
    }

    /** A folder of pages may have a catalogue of its own; the others share that of their module. */
    private static Map<String, Map<String, Integer>> catalogues(Map<String, String> files) {
        Map<String, Map<String, Integer>> found = new TreeMap<>();
        files.forEach((name, content) -> {
            if (name.startsWith(PAGES) && name.endsWith("/texts.js")) {
                found.put(folder(name), Script.parse(name, content).catalogue());
            }
        });
        return found;
    }

    private static String folder(String name) {
        return name.substring(0, name.lastIndexOf('/') + 1);
    }

    private static void files(Told told) {
        FILES.forEach((bundle, files) -> files.forEach((name, content) -> told.of(bundle, name, content)));
    }

    private interface Told {
        void of(String bundle, String name, String content);
    }
}
