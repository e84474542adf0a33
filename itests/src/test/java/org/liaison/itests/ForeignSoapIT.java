package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.Test;

/** A foreign SOAP client (Python's zeep, Debian package python3-zeep), used as it is. */
public class ForeignSoapIT {
    private static JsonNode python(String script, Object... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                "/usr/bin/python3", Path.of("src", "test", "python", script).toString()));
        Stream.of(arguments).map(Object::toString).forEach(command::add);
        Process client = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor()).as(output).isZero();
        return Offices.JSON.readTree(output);
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
        String account = "old." + UUID.randomUUID().toString().substring(0, 8);
        String terms =
                " --owner clk --scope office.read --from 127.0.0.1 --until 2099-12-31 --digest " + account + " 旧信息平台";
        assertThat(container.asSecurity("platform:legacy-create --dry-run" + terms))
                .contains("检查通过");
        String created = container.asSecurity("platform:legacy-create --json" + terms);
        String secret = Offices.JSON
                .readTree(created.substring(created.indexOf('{'), created.indexOf('}') + 1))
                .get("secret")
                .asText();

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
}
