package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

/** The page in docs/workflows is the table of the code; the page of today lies beside the test's output. */
public class WorkflowPageTest {
    @Test
    public void pageInTheDocumentation_isTheTableOfTheCode() throws IOException {
        String today = ApplicationWorkflow.TABLE.markdown();
        Path written = Path.of("target", "registration-application.md");
        Files.createDirectories(written.getParent());
        Files.writeString(written, today);

        Path kept = Path.of("..", "..", "..", "docs", "workflows", "registration-application.md");
        assertThat(Files.readString(kept))
                .as("docs/workflows/registration-application.md; take " + written + " over when the change is meant")
                .isEqualTo(today);
    }
}
