package org.liaison.platform.web.internal.me;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

/** The OpenAPI document is a contract: a change of a resource has to be seen in docs/rest-api too. */
public class OpenApiTest {
    @Test
    public void checkedInDocumentIsTheGeneratedOne_always() throws IOException {
        assertThat(Files.readString(Path.of("target/classes/rest-api/platform-v1.yaml")))
                .as("copy target/classes/rest-api/platform-v1.yaml to docs/rest-api when the change is meant")
                .isEqualTo(Files.readString(Path.of("../../../docs/rest-api/platform-v1.yaml")));
    }
}
