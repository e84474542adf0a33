package org.liaison.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.Test;

/** A foreign SOAP client (Python's zeep, Debian package python3-zeep), used as it is, takes one filing the main way. */
public class ForeignSoapIT {
    @Test
    public void zeep_takesOneFilingTheMainWay() throws Exception {
        Container container = Container.shared().await("clk", "/api/registration/v1/applications", 200);
        Path resources = Path.of("src", "test", "resources");
        Process client = new ProcessBuilder(
                        "/usr/bin/python3",
                        Path.of("src", "test", "python", "main_way.py").toString(),
                        container.address(),
                        container.accounts().toString(),
                        resources.resolve("open-office.json").toString(),
                        resources.resolve("sample-application.json").toString(),
                        resources.resolve("materials").toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(client.waitFor()).as(output).isZero();
        JsonNode reached = Offices.JSON.readTree(output);
        assertThat(reached.get("state").asText()).isEqualTo("APPROVED");
        assertThat(reached.get("status").asText()).isEqualTo("REGISTERED");
        assertThat(reached.get("decisionNo").asText()).matches(".+〔\\d{4}〕\\d+号");
        assertThat(container.complaints()).isEmpty();
    }
}
