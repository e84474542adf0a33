package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.Test;

/** Foreign SOAP clients, used as they are: Python's zeep, node-soap, PHP's own SoapClient ({@code .ci/prerequisites}). */
public class ForeignSoapIT {
    private static final Path NODE_MODULES =
            Path.of(System.getenv("HOME"), ".cache/liaison/foreign-clients/node_modules");

    private static JsonNode run(String program, String script, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of(program, Path.of("src", "test").resolve(script).toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("NODE_PATH", NODE_MODULES.toString());
        Process client = builder.start();
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor()).as(output).isZero();
        return Offices.JSON.readTree(output);
    }

    private static JsonNode python(String script, Object... arguments) throws Exception {
        return run("/usr/bin/python3", "python/" + script, arguments);
    }

    /** A new account of an old system. @return its secret */
    private static String created(Container container, String account) throws Exception {
        String said = container.asSecurity("platform:legacy-create --json" + terms(account));
        return Offices.JSON
                .readTree(said.substring(said.indexOf('{'), said.indexOf('}') + 1))
                .get("secret")
                .asText();
    }

    private static String terms(String account) {
        return " --owner clk --scope office.read --from 127.0.0.1 --until 2099-12-31 --digest " + account + " 旧信息平台";
    }

    private static String account() {
        return "old." + UUID.randomUUID().toString().substring(0, 8);
    }

    @Test
    public void zeep_takesOneFilingTheMainWay() throws Exception {
        Container container = Container.shared().await("clk", "/api/registration/v1/applications", 200);
        Path resources = Path.of("src", "test", "resources");
        JsonNode reached = python(
                "main_way.py",
                container.address(),
                container.accounts(),
                resources.resolve("open-office.json"),
                resources.resolve("sample-application.json"),
                resources.resolve("materials"));
        assertThat(reached.get("state").asText()).isEqualTo("APPROVED");
        assertThat(reached.get("status").asText()).isEqualTo("REGISTERED");
        assertThat(reached.get("decisionNo").asText()).matches(".+〔\\d{4}〕\\d+号");
        assertThat(container.complaints()).isEmpty();
    }

    /** An old system with its own account: by text and by digest, within its scopes, each token once. */
    @Test
    public void zeep_comesInAsAnOldSystem() throws Exception {
        Container container = Container.shared().await("clk", "/api/registration/v1/applications", 200);
        String account = account();
        assertThat(container.asSecurity("platform:legacy-create --dry-run" + terms(account)))
                .contains("检查通过");
        String secret = created(container, account);

        JsonNode seen = python("old_system.py", container.address(), account, secret);
        assertThat(seen.get("text").asInt()).isPositive();
        assertThat(seen.get("digest").asInt()).isEqualTo(seen.get("text").asInt());
        assertThat(seen.get("again").asText()).isEqualTo("TOKEN_REPLAYED");
        assertThat(seen.get("wrongDigest").asText()).isEqualTo("LOGIN_FAILED");
        assertThat(seen.get("wrongText").asText()).isEqualTo("LOGIN_FAILED");
        assertThat(seen.get("unknown").asText()).isEqualTo("LOGIN_FAILED");
        assertThat(seen.get("late").asText()).isEqualTo("TOKEN_EXPIRED");
        assertThat(seen.get("push").asText()).isEqualTo("SCOPE");
        assertThat(seen.get("poll").asText()).isEqualTo("SCOPE");
        assertThat(seen.get("rest").asInt()).isEqualTo(200);

        assertThat(container.asSecurity("platform:legacy-list --json"))
                .contains(account, "office.read", "127.0.0.1/32");
        assertThat(container.asSecurity("platform:legacy-end " + account)).contains("已终止账户 " + account);
        assertThat(python("old_system.py", container.address(), account, secret, "text")
                        .get("text")
                        .asText())
                .isEqualTo("LOGIN_FAILED");
        assertThat(container.console("clk", "platform:legacy-list")).doesNotContain(account);
        assertThat(String.join("\n", container.log())).doesNotContain(secret);
        assertThat(container.complaints()).isEmpty();
    }

    /** What node-soap sends by itself (a text with a time, a Timestamp beside it) and what it can be asked for. */
    @Test
    public void nodeSoap_comesInAsAnOldSystem() throws Exception {
        Container container = Container.shared().await("clk", "/api/registration/v1/applications", 200);
        String account = account();
        String secret = created(container, account);
        assertThat(outcomes(run("node", "node/old_system.js", container.address(), account, secret)))
                .containsOnly(
                        entry("text", "seen"),
                        entry("again", "seen"),
                        entry("nonce", "seen"),
                        entry("digest", "seen"),
                        entry("understood", "seen"),
                        entry("basic", "seen"),
                        entry("wrongText", "LOGIN_FAILED"),
                        entry("wrongDigest", "LOGIN_FAILED"),
                        entry("push", "SCOPE"));
        assertThat(container.complaints()).isEmpty();
    }

    /** What PHP's SoapClient sends by itself (HTTP Basic) and the header that its users write. */
    @Test
    public void php_comesInAsAnOldSystem() throws Exception {
        Container container = Container.shared().await("clk", "/api/registration/v1/applications", 200);
        String account = account();
        String secret = created(container, account);
        assertThat(outcomes(run("php", "php/old_system.php", container.address(), account, secret)))
                .containsOnly(
                        entry("basic", "seen"),
                        entry("text", "seen"),
                        entry("digest", "seen"),
                        entry("wrongBasic", "Unauthorized"),
                        entry("wrongText", "LOGIN_FAILED"),
                        entry("wrongDigest", "LOGIN_FAILED"),
                        entry("push", "SCOPE"));
        assertThat(container.complaints()).isEmpty();
    }

    /** What each call got: how many offices there are depends on the tests before. */
    private static Map<String, String> outcomes(JsonNode seen) {
        Map<String, String> outcomes = new HashMap<>();
        seen.properties()
                .forEach(call -> outcomes.put(
                        call.getKey(),
                        call.getValue().isInt() ? "seen" : call.getValue().asText()));
        return outcomes;
    }
}
