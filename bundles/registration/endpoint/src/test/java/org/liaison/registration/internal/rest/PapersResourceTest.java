package org.liaison.registration.internal.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.StreamingOutput;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.registration.api.PaperKind;
import org.liaison.registration.api.Papers;
import org.liaison.registration.api.Papers.Paper;

public class PapersResourceTest {
    private final Papers papers = mock(Papers.class);
    private final Caller caller = mock(Caller.class);
    private final PapersResource resource = new PapersResource(papers);

    @Test
    public void print_streamsThePdfUnderItsChineseName() throws IOException {
        when(papers.print(caller, "7", PaperKind.CORRECTION, 2, "核对"))
                .thenReturn(new Paper("申请 表.pdf", 3, new ByteArrayInputStream(new byte[] {1, 2, 3})));

        Response answer = resource.print(caller, "7", "correction", "2", "核对");

        ByteArrayOutputStream body = new ByteArrayOutputStream();
        ((StreamingOutput) answer.getEntity()).write(body);
        assertThat(body.toByteArray()).containsExactly(1, 2, 3);
        assertThat(answer.getMediaType()).hasToString("application/pdf");
        assertThat(answer.getHeaderString("Content-Length")).isEqualTo("3");
        assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.getHeaderString("Content-Disposition"))
                .isEqualTo("inline; filename*=UTF-8''%E7%94%B3%E8%AF%B7%20%E8%A1%A8.pdf");
    }

    @Test
    public void print_saysWhichParameterIsWrong_whenTheRoundIsNoNumber() {
        assertThatThrownBy(() -> resource.print(caller, "7", "correction", "二", null))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        e -> assertThat(e.violations()).extracting("path").containsExactly("round"));
    }

    @Test
    public void print_findsNothing_whenThereIsNoSuchKind() {
        assertThatThrownBy(() -> resource.print(caller, "7", "FORM", null, null))
                .isInstanceOf(NotFound.class);
    }
}
