package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;
import org.liaison.registration.internal.certificate.CertificateWorkflow;

/** The page in docs/workflows is the table of the code; the page of today lies beside the test's output. */
public class WorkflowPageTest {
    @Test
    public void pagesInTheDocumentation_areTheTablesOfTheCode() throws IOException {
        same(ApplicationWorkflow.TABLE.markdown(), "registration-application.md");
        same(CertificateWorkflow.TABLE.markdown(), "registration-certificate.md");
    }

    private static void same(String today, String page) throws IOException {
        Path written = Path.of("target", page);
        Files.createDirectories(written.getParent());
        Files.writeString(written, today);
        Path kept = Path.of("..", "..", "..", "docs", "workflows", page);
        assertThat(Files.exists(kept) ? Files.readString(kept) : "")
                .as("docs/workflows/" + page + "; take " + written + " over when the change is meant")
                .isEqualTo(today);
    }
}
