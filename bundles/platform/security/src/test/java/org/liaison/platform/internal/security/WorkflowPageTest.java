package org.liaison.platform.internal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.Test;

/** The pages in docs/workflows are the tables of the code; the pages of today lie beside the test's output. */
public class WorkflowPageTest {
    @Test
    public void pagesInTheDocumentation_areTheTablesOfTheCode() throws IOException {
        same(AccountWorkflow.TABLE.markdown(), "platform-account.md");
        same(RequestWorkflow.TABLE.markdown(), "platform-account-request.md");
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
