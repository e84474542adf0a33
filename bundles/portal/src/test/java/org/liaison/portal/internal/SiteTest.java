package org.liaison.portal.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.osgi.framework.Bundle;

public class SiteTest {
    private static final Instant NOW = Instant.parse("2026-03-05T02:24:00Z");
    private static final String MAP = "{\"imports\":{}}";

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private Path shell;
    private Path module;
    private Site site;

    @Before
    public void files() throws IOException {
        shell = folder.newFolder("shell").toPath();
        module = folder.newFolder("module").toPath();
        write(
                shell,
                "index.html",
                "<script type=\"importmap\">" + MAP + "</script><script src=\"@shell@app.js\"></script>@preload@");
        write(
                shell,
                "portal/app.js",
                "import { t } from './texts.js';\nimport './elements/field.js';\nimport('./pages/home.js');");
        write(shell, "portal/elements/field.js", "import { t } from '../texts.js';");
        write(shell, "portal/texts.js", "export const t = 1;");
        write(shell, "portal/pages/home.js", "import { t } from '../texts.js';");
        write(module, "portal/pages.json", "{\"title\":[\"甲\",\"A\"]}");
        write(module, "portal/list.js", "export default 1");
        write(module, "portal/notes.txt", "not served");
        site = new Site(TestBundle.of(1, shell, Map.of()), true);
    }

    @Test
    public void index_namesTheShellByItsDigest_andItsPolicyTheImportMapByHash() {
        String page = new String(site.index().plain(), StandardCharsets.UTF_8);
        String hash = Base64.getEncoder().encodeToString(Assets.sha256().digest(MAP.getBytes(StandardCharsets.UTF_8)));

        assertThat(page).containsPattern("src=\"/portal/-/shell/[0-9a-f]{16}/app.js\"");
        assertThat(site.policy())
                .contains("default-src 'none'", "script-src 'self' 'sha256-" + hash + "';", "frame-ancestors 'none'")
                .doesNotContain("unsafe");
    }

    @Test
    public void index_asksAtOnceForAllThatTheShellImports() {
        assertThat(new String(site.index().plain(), StandardCharsets.UTF_8).split("modulepreload"))
                .hasSize(4)
                .anyMatch(link -> link.contains("/app.js\""))
                .anyMatch(link -> link.contains("/elements/field.js\""))
                .anyMatch(link -> link.contains("/texts.js\""));
    }

    @Test
    public void find_servesAModuleByItsDigestAlone() throws IOException {
        Module added = add(module);

        String base = "registration/" + added.assets().digest() + "/";
        assertThat(site.find(base + "list.js")).isPresent();
        assertThat(site.find(base + "notes.txt")).isEmpty();
        assertThat(site.find(base + "../list.js")).isEmpty();
        assertThat(site.find("registration/0123456789abcdef/list.js")).isEmpty();
    }

    @Test
    public void digest_isThatOfTheContent() throws IOException {
        String before = add(module).assets().digest();
        assertThat(add(module).assets().digest()).isEqualTo(before);

        write(module, "portal/list.js", "export default 2");
        assertThat(add(module).assets().digest()).isNotEqualTo(before);
    }

    @Test
    public void describe_listsTheModulesThatAreThere() throws IOException {
        assertThat(site.describe(NOW).get("modules")).isEmpty();

        Module added = add(module);
        assertThat(site.describe(NOW).toString())
                .contains(
                        "\"name\":\"registration\"",
                        "\"base\":\"/portal/-/registration/" + added.assets().digest() + "/\"",
                        "\"title\":[\"甲\",\"A\"]",
                        "\"demo\":true",
                        "\"version\":\"1.2.3\"",
                        "\"now\":\"2026-03-05T02:24:00Z\"");

        site.remove(2);
        assertThat(site.describe(NOW).get("modules")).isEmpty();
    }

    @Test
    public void remove_keepsWhatAnotherBundleHasPutInItsPlace() throws IOException {
        add(module);
        site.add(Module.read(TestBundle.of(3, module, Map.of()), "registration"));

        site.remove(2);

        assertThat(site.describe(NOW).get("modules")).hasSize(1);
    }

    @Test
    public void module_isRefused_whenItTakesANameOfThePortalOrBringsNoPages() throws IOException {
        Bundle bundle = TestBundle.of(2, module, Map.of());
        assertThatThrownBy(() -> Module.read(bundle, "shell")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Module.read(bundle, "../x")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Module.read(TestBundle.of(2, shell, Map.of()), "registration"))
                .isInstanceOf(IOException.class);

        write(module, "portal/pages.json", "{");
        assertThatThrownBy(() -> Module.read(bundle, "registration")).isInstanceOf(IOException.class);
    }

    private Module add(Path files) throws IOException {
        Module added = Module.read(TestBundle.of(2, files, Map.of()), "registration");
        site.add(added);
        return added;
    }

    private static void write(Path root, String name, String content) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }
}
