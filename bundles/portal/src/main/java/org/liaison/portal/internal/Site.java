package org.liaison.portal.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.framework.Bundle;

/** Everything the portal serves now: the shell, its libraries and the pages of the modules that are there. Thread-safe. */
final class Site {
    /** Where static files stand; every other address below {@code /portal/} is a page. */
    static final String STATIC = "/portal/-/";

    private static final String SHELL = "shell";
    private static final String LIB = "lib";
    /** Names that no module may take. */
    static final Set<String> OWN = Set.of(SHELL, LIB);

    private static final Pattern ADDRESS = Pattern.compile("([a-z][a-z0-9-]*)/([0-9a-f]{16})/(.+)");
    /** A static import of a file of the shell. */
    private static final Pattern IMPORT = Pattern.compile("(?:from|import) '(\\.[^']+)'");

    private static final Pattern IMPORT_MAP =
            Pattern.compile("<script type=\"importmap\">(.*?)</script>", Pattern.DOTALL);

    private final Map<String, Assets> own;
    private final Map<String, Module> modules = new ConcurrentHashMap<>();
    private final String version;
    private final boolean demo;
    private final Asset index;
    private final String policy;

    /**
     * @param bundle the portal's own
     * @param demo whether the platform is a demonstration, which every page says
     */
    Site(Bundle bundle, boolean demo) throws IOException {
        this.demo = demo;
        version = bundle.getVersion().toString();
        own = Map.of(SHELL, Assets.read(bundle, "/portal/"), LIB, Assets.read(bundle, "/META-INF/resources/"));
        String page = read(bundle, "index.html")
                .replace("@preload@", preload(own.get(SHELL).files()))
                .replace("@shell@", base(SHELL, own.get(SHELL)))
                .replace("@lib@", base(LIB, own.get(LIB)));
        index = new Asset(page.getBytes(StandardCharsets.UTF_8), "text/html;charset=UTF-8");
        policy = policy(page);
    }

    /** The pages of a bundle are there from now on. */
    void add(Module module) {
        modules.put(module.name(), module);
    }

    /** The bundle is gone; what another has put in its place stays. */
    void remove(long bundle) {
        modules.values().removeIf(module -> module.bundle() == bundle);
    }

    /** The one page that shows every page. */
    Asset index() {
        return index;
    }

    /** Content-Security-Policy of {@link #index}: what stands here and nothing else; the import map is its one inline script. */
    String policy() {
        return policy;
    }

    /** A static file. @param path below {@link #STATIC} */
    Optional<Asset> find(String path) {
        Matcher parts = ADDRESS.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        String name = parts.group(1);
        Module module = modules.get(name);
        Assets assets = module == null ? own.get(name) : module.assets();
        return assets == null || !assets.digest().equals(parts.group(2))
                ? Optional.empty()
                : Optional.ofNullable(assets.files().get(parts.group(3)));
    }

    /** What there is now, as the shell asks for it: {@code site.json}. */
    ObjectNode describe(Instant now) {
        ArrayNode described = JsonNodeFactory.instance.arrayNode();
        new TreeMap<>(modules).forEach((name, module) -> described
                .addObject()
                .put("name", name)
                .put("base", base(name, module.assets()))
                .set("pages", module.pages()));
        ObjectNode site = JsonNodeFactory.instance.objectNode();
        return site.put("version", version)
                .put("shell", base(SHELL, own.get(SHELL)))
                .put("demo", demo)
                .put("now", now.toString())
                .set("modules", described);
    }

    /** All that the shell imports, asked for at once: else each module is asked for when the one that imports it is there. */
    private static String preload(Map<String, Asset> files) {
        Set<String> imported = new TreeSet<>();
        Deque<String> open = new ArrayDeque<>(List.of("app.js"));
        while (!open.isEmpty()) {
            String file = open.remove();
            if (files.containsKey(file) && imported.add(file)) {
                Matcher imports = IMPORT.matcher(new String(files.get(file).plain(), StandardCharsets.UTF_8));
                while (imports.find()) {
                    open.add(URI.create(file).resolve(imports.group(1)).toString());
                }
            }
        }
        return imported.stream()
                .map(file -> "<link rel=\"modulepreload\" href=\"@shell@" + file + "\">")
                .collect(Collectors.joining("\n"));
    }

    private static String base(String name, Assets assets) {
        return STATIC + name + "/" + assets.digest() + "/";
    }

    private static String policy(String page) {
        Matcher map = IMPORT_MAP.matcher(page);
        if (!map.find()) {
            throw new IllegalStateException("index.html has no import map");
        }
        String hash = Base64.getEncoder()
                .encodeToString(Assets.sha256().digest(map.group(1).getBytes(StandardCharsets.UTF_8)));
        return "default-src 'none'; script-src 'self' 'sha256-" + hash + "'; style-src 'self'; "
                + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src blob:; "
                + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String read(Bundle bundle, String entry) throws IOException {
        try (InputStream in = bundle.getEntry(entry).openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
