package org.liaison.platform.web.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.audit.AuditEntry;
import org.liaison.platform.api.audit.AuditFilter;
import org.liaison.platform.api.audit.AuditSearch;
import org.liaison.platform.web.internal.json.Json;

public class AuditFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 5);
    private static final AuditEntry LOCKED = entry(7, "李某：\"经查\"，\n停用");
    private static final AuditEntry FORMULA = entry(6, "=HYPERLINK(1)");

    private final Caller caller = Caller.anonymous(Channel.REST, "127.0.0.1");
    private final AuditSearch search = mock(AuditSearch.class);
    private final AuditResource resource = new AuditResource(() -> search);

    private static AuditEntry entry(long id, String reason) {
        return new AuditEntry(
                id,
                Instant.parse("2026-03-05T15:59:59.123456Z"),
                "sec",
                "SEC@ALL",
                "REST",
                "10.0.0.1",
                "platform.account.lock",
                "account",
                "li.na",
                null,
                "ACTIVE",
                "LOCKED",
                "OK",
                reason);
    }

    private Response exported(String format) {
        when(search.export(caller, new AuditFilter(null, DAY, DAY, null, null, null)))
                .thenReturn(List.of(LOCKED, FORMULA).iterator());
        return resource.export(caller, null, "2026-03-05", "2026-03-05", null, null, null, format);
    }

    private static String text(Response answer) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ((StreamingOutput) answer.getEntity()).write(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    public void spreadsheet_hasShanghaiTime_quotesWhatNeedsIt_andNoFormula() throws Exception {
        Response answer = exported("CSV");
        assertThat(answer.getHeaderString("Content-Disposition"))
                .isEqualTo("attachment; filename=\"audit-2026-03-05-2026-03-05.csv\"");
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
        String same = "\"2026-03-05 23:59:59\",\"sec\",\"SEC@ALL\",\"REST\",\"10.0.0.1\",\"platform.account.lock\","
                + "\"account\",\"li.na\",,\"ACTIVE\",\"LOCKED\",\"OK\",";
        assertThat(text(answer))
                .startsWith("\uFEFF\"编号\",\"时间\",")
                .endsWith("\r\n\"7\"," + same + "\"李某：\"\"经查\"\"，\n停用\"\r\n\"6\"," + same + "\"'=HYPERLINK(1)\"\r\n");
    }

    @Test
    public void jsonLines_readBackAsTheRecords() throws Exception {
        String[] lines = text(exported("JSONL")).split("\n");
        assertThat(lines).hasSize(2);
        assertThat(Json.mapper().readValue(lines[0], AuditEntry.class)).isEqualTo(LOCKED);
        assertThat(Json.mapper().readValue(lines[1], AuditEntry.class)).isEqualTo(FORMULA);
    }

    @Test
    public void otherFormat_isRefused_beforeAnythingIsRead() {
        assertThatThrownBy(() -> resource.export(caller, null, null, null, null, null, null, "PDF"))
                .isInstanceOf(Invalid.class);
        verifyNoInteractions(search);
    }
}
