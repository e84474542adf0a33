package org.liaison.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import org.junit.Before;
import org.junit.Test;

/** Who may walk where (docs/architecture.md, section 2), read from the manifests as they were built. */
public class ManifestArrowsTest {
    private static final String WEB = "org.liaison.platform.web";

    /** What no bundle of a layer may import: the technology that belongs to another layer. */
    private static final Map<String, Pattern> FOREIGN = Map.of(
            "api",
            Pattern.compile("(?!java\\.|javax\\.security\\.auth$|org\\.liaison\\.).*"),
            "impl",
            Pattern.compile("(javax\\.(ws|jws|xml\\.ws|servlet)|org\\.apache\\.(cxf|karaf))\\b.*"),
            "endpoint",
            Pattern.compile("(javax\\.(persistence|sql|transaction)|java\\.sql|org\\.apache\\.(aries|karaf))\\b.*"),
            "command",
            Pattern.compile("(javax\\.(persistence|sql|transaction|ws|jws|xml\\.ws|servlet)|java\\.sql"
                    + "|org\\.apache\\.(aries|cxf))\\b.*"));

    private List<Built> bundles;

    @Before
    public void readManifests() throws IOException {
        bundles = Built.all();
    }

    @Test
    public void exports_areTheApisAndThePublisherAlone() {
        assertThat(bundles).allSatisfy(bundle -> assertThat(bundle.exports().keySet())
                .as(bundle.name())
                .allMatch(exported -> bundle.layer().equals("api")
                        ? exported.equals(bundle.name()) || exported.startsWith(bundle.name() + ".")
                        : bundle.name().equals(WEB) && exported.equals(WEB)));
        assertThat(bundles)
                .filteredOn(bundle -> bundle.layer().equals("api"))
                .allSatisfy(
                        bundle -> assertThat(bundle.exports()).as(bundle.name()).containsKey(bundle.name()));
    }

    @Test
    public void exports_haveAVersion() {
        assertThat(bundles).allSatisfy(bundle -> assertThat(bundle.exports().values())
                .as(bundle.name())
                .allMatch(attributes -> attributes.matches(".*version=\"?\\d+\\.\\d+\\.\\d+.*")));
    }

    @Test
    public void importsOfOurs_followTheArrows() {
        assertThat(wrong((bundle, imported) -> isOurs(imported) && !allowed(bundle, imported)))
                .isEmpty();
    }

    @Test
    public void importsOfOurs_haveARangeOfVersions() {
        assertThat(bundles).allSatisfy(bundle -> bundle.imports().forEach((imported, attributes) -> {
            if (isOurs(imported)) {
                assertThat(attributes).as(bundle.name() + " -> " + imported).contains("version=\"[");
            }
        }));
    }

    @Test
    public void imports_holdNothingOfTheJakartaNamespace() {
        assertThat(wrong((bundle, imported) -> imported.startsWith("jakarta."))).isEmpty();
    }

    @Test
    public void imports_holdNoTechnologyOfAnotherLayer() {
        assertThat(wrong((bundle, imported) -> FOREIGN.containsKey(bundle.layer())
                        && FOREIGN.get(bundle.layer()).matcher(imported).matches()))
                .isEmpty();
    }

    @Test
    public void packages_standUnderTheirContext() {
        assertThat(bundles).allSatisfy(bundle -> assertThat(bundle.name())
                .matches(
                        bundle.isPlatform()
                                ? "org\\.liaison\\.platform\\.(api|persistence|security|documents|notices|web|console)"
                                : "org\\.liaison\\.(portal|[a-z]+\\.(api|impl|endpoint|command))"));
    }

    private List<String> wrong(BiPredicate<Built, String> rule) {
        return bundles.stream()
                .flatMap(bundle -> bundle.imports().keySet().stream()
                        .filter(imported -> rule.test(bundle, imported))
                        .map(imported -> bundle.name() + " -> " + imported))
                .toList();
    }

    private static boolean isOurs(String imported) {
        return imported.startsWith("org.liaison.");
    }

    private static boolean allowed(Built bundle, String imported) {
        if (imported.startsWith("org.liaison.platform.api") || bundle.exports().containsKey(imported)) {
            return true;
        }
        String context = imported.split("\\.")[2];
        boolean api = imported.startsWith("org.liaison." + context + ".api");
        return switch (bundle.isPlatform() ? "platform" : bundle.layer()) {
            case "api" -> imported.startsWith("org.liaison.registration.api");
            case "impl" -> api;
            case "endpoint" -> imported.equals(WEB) || api && context.equals(bundle.context());
            case "command" -> api && context.equals(bundle.context());
            default -> false;
        };
    }
}
