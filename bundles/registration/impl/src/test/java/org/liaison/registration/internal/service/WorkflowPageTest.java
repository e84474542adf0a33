package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.liaison.registration.api.ApplicationEvent;

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

    /** The service separates persons by the role of their step; the table must say the same. */
    @Test
    public void separatedPersons_areThoseOfTheEarlierStepsOfOtherRoles() {
        List<ApplicationEvent> before = new ArrayList<>();
        for (var step : ApplicationWorkflow.TABLE.steps()) {
            if (!step.claimed()) {
                assertThat(step.apartFrom()).as(step.event().name()).isEmpty();
                continue;
            }
            assertThat(step.apartFrom())
                    .as(step.event().name())
                    .containsExactlyInAnyOrderElementsOf(before.stream()
                            .filter(e -> !ApplicationWorkflow.TABLE.roles(e).equals(step.who()))
                            .toList());
            before.add(step.event());
        }
        assertThat(before).hasSize(4);
    }
}
