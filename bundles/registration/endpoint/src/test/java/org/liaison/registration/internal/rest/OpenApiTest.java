package org.liaison.registration.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

/** The OpenAPI document is a contract: a change of a resource has to be seen in docs/rest-api too. */
public class OpenApiTest {
    private static final Path GENERATED = Path.of("target/classes/rest-api");
    private static final Path CHECKED_IN = Path.of("../../../docs/rest-api/registration-v1.yaml");

    @Test
    public void checkedInDocumentIsTheGeneratedOne_always() throws IOException {
        assertThat(Files.readString(GENERATED.resolve("registration-v1.yaml")))
                .as("copy target/classes/rest-api/registration-v1.yaml to docs/rest-api when the change is meant")
                .isEqualTo(Files.readString(CHECKED_IN));
    }

    @Test
    public void bundleServesEveryOperationOnce_always() throws IOException {
        JsonNode document = new ObjectMapper()
                .readTree(GENERATED.resolve("registration-v1.json").toFile());

        assertThat(document.findValuesAsText("operationId"))
                .doesNotHaveDuplicates()
                .contains("openOffice", "createApplication", "addFile", "submit", "approve");
    }
}
