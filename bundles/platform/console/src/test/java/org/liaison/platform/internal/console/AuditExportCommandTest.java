package org.liaison.platform.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Callers;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.audit.AuditEntry;
import org.liaison.platform.api.audit.AuditFilter;
import org.liaison.platform.api.audit.AuditSearch;

public class AuditExportCommandTest {
    private static final AuditFilter DAYS =
            new AuditFilter(null, LocalDate.of(2026, 3, 4), LocalDate.of(2026, 3, 5), null, null, null);

    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private final Caller auditor = Caller.anonymous(Channel.CONSOLE, "127.0.0.1");
    private final AuditSearch search = mock(AuditSearch.class);
    private final AuditExportCommand command = new AuditExportCommand();

    @Before
    public void call() {
        Callers callers = mock(Callers.class);
        when(callers.of(any(), eq(Channel.CONSOLE), any())).thenReturn(auditor);
        when(search.export(auditor, DAYS))
                .thenAnswer(asked -> List.of(entry(8), entry(7)).iterator());
        command.callers = callers;
        command.search = search;
        command.folder = new ExportFolder(data.getRoot().toPath());
        command.from = "2026-03-04";
        command.to = "2026-03-05";
    }

    private static AuditEntry entry(long id) {
        Instant at = Instant.parse("2026-03-05T01:00:00Z");
        String[] none = new String[3];
        return new AuditEntry(
                id,
                at,
                "sec",
                "SEC@ALL",
                "REST",
                "10.0.0.1",
                "platform.login",
                "account",
                "sec",
                none[0],
                none[1],
                none[2],
                "OK",
                "首次");
    }

    private String printed() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        command.run(out);
        out.flush();
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    public void records_goToTheScreen_asCsvOrAsALineOfJsonEach() throws Exception {
        assertThat(printed().lines())
                .hasSize(3)
                .last()
                .asString()
                .startsWith("\"7\",\"2026-03-05 09:00:00\",\"sec\"")
                .endsWith("\"首次\"");
        command.json = true;
        assertThat(printed().lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("{\"id\":8,")
                .endsWith("\"首次\"}");
    }

    @Test
    public void file_isNew_forThePlatformAlone_inTheFolderForExports() throws Exception {
        command.file = "audit.csv";
        Path file = data.getRoot().toPath().resolve("exports/audit.csv");
        assertThat(printed()).contains("已导出到 " + file);
        assertThat(Files.readAllLines(file)).hasSize(3);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThatThrownBy(this::printed).isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.code())
                .isEqualTo("FILE_EXISTS"));
        verify(search).export(any(), any());
    }

    @Test
    public void name_isRefused_whenItCouldLeadElsewhere_beforeAnythingIsRead() {
        for (String name : List.of("", ".", "..", ".cfg", "../etc/x.cfg", "a/b", "a\\b", "/tmp/a", "审计.csv", "a\n")) {
            command.file = name;
            assertThatThrownBy(this::printed).as(name).isInstanceOf(Invalid.class);
        }
        verifyNoInteractions(search);
    }

    @Test
    public void noHalfFileIsLeft_whenReadingFails() {
        command.file = "audit.jsonl";
        when(search.export(auditor, DAYS))
                .thenReturn(List.of(entry(8)).stream()
                        .peek(one -> {
                            throw new IllegalStateException("away");
                        })
                        .iterator());
        assertThatThrownBy(this::printed).isInstanceOf(IllegalStateException.class);
        assertThat(data.getRoot().toPath().resolve("exports")).isEmptyDirectory();
    }
}
