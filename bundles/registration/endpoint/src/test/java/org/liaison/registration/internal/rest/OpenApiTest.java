package org.liaison.registration.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
                .contains("openOffice", "createApplication", "addFile", "fireStep", "precheck");
    }

    @Test
    public void everyStepHasItsPath_inTheDocument() throws IOException {
        JsonNode parameters = new ObjectMapper()
                .readTree(GENERATED.resolve("registration-v1.json").toFile())
                .at("/paths/~1applications~1{id}~1{step}/post/parameters");
        List<String> paths = new ArrayList<>();
        parameters.forEach(parameter -> {
            if (parameter.get("name").asText().equals("step")) {
                parameter.at("/schema/enum").forEach(path -> paths.add(path.asText()));
            }
        });
        assertThat(paths)
                .containsExactlyElementsOf(
                        Arrays.stream(StepPath.values()).map(StepPath::path).toList());
    }
}
