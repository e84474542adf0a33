package org.liaison.registration.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.paper.Press;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.PaperKind;
import org.liaison.registration.api.Papers.Paper;
import org.mockito.Mock;
import org.mockito.junit.MockitoJUnit;
import org.mockito.junit.MockitoRule;
import org.mockito.quality.Strictness;

public class PressPapersTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-20T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    @Rule
    public MockitoRule rule = MockitoJUnit.rule().strictness(Strictness.STRICT_STUBS);

    @Mock
    private Operations operations;

    @Mock
    private Applications applications;

    @Mock
    private Press press;

    @Mock
    private Caller caller;

    private PressPapers papers;

    @Before
    public void before() {
        papers = new PressPapers(operations, applications, press, new Rules(), CLOCK);
        lenient().when(operations.read(eq(caller), anyString(), any())).thenAnswer(call -> {
            Function<Scope, Object> work = call.getArgument(2);
            return work.apply(null);
        });
        lenient().when(press.print(any(Sheet.class), any(OutputStream.class))).thenAnswer(call -> {
            OutputStream out = call.getArgument(1);
            out.write("%PDF".getBytes(StandardCharsets.US_ASCII));
            return new Press.Printed(1, List.of());
        });
    }

    @Test
    public void print_namesTheFileAfterOfficeAndKind() throws IOException {
        when(applications.get(caller, "id")).thenReturn(Cases.draft(Cases.sample()));

        Paper paper = papers.print(caller, "id", PaperKind.FORM, null);

        assertThat(paper.fileName()).isEqualTo("十堰市人民政府驻青岛办事处-备案登记申请表.pdf");
        assertThat(paper.size()).isEqualTo(4);
        assertThat(paper.content().readAllBytes()).hasSize(4);
        verify(operations).read(eq(caller), eq("registration.paper.print"), any());
        verify(applications, never()).viewIdentityNumber(any(), any(), any(), any());
    }

    @Test
    public void print_viewsEachNumberOnTheForm_whenAReasonIsGiven() {
        when(applications.get(caller, "id")).thenReturn(Cases.draft(Cases.sample()));
        when(applications.viewIdentityNumber(eq(caller), eq("id"), anyString(), eq("打印盖章")))
                .thenReturn("whole");

        papers.print(caller, "id", PaperKind.FORM, "打印盖章");

        verify(applications).viewIdentityNumber(caller, "id", "head.idNumber", "打印盖章");
        verify(applications).viewIdentityNumber(caller, "id", "deputies[0].idNumber", "打印盖章");
    }

    @Test
    public void print_isRefused_beforeTheCaseHasComeToIt() {
        when(applications.get(caller, "id")).thenReturn(Cases.draft(Cases.sample()));

        for (PaperKind kind : List.of(PaperKind.ACCEPTANCE, PaperKind.APPROVAL)) {
            assertThatThrownBy(() -> papers.print(caller, "id", kind, null))
                    .isInstanceOf(Conflict.class)
                    .hasFieldOrPropertyWithValue("code", "PAPER_NOT_READY");
        }
        verifyNoInteractions(press);
    }

    @Test
    public void internalPaper_asksForItsOwnRight() {
        when(operations.read(eq(caller), eq("registration.paper.internal"), any()))
                .thenThrow(new Forbidden());

        assertThatThrownBy(() -> papers.print(caller, "id", PaperKind.APPROVAL, null))
                .isInstanceOf(Forbidden.class);
        verifyNoInteractions(applications, press);
    }

    @Test
    public void everyKind_hasASheet() {
        when(applications.get(caller, "id")).thenReturn(Cases.approved(Cases.sample()));

        for (PaperKind kind : PaperKind.values()) {
            assertThat(papers.print(caller, "id", kind, null).fileName()).endsWith(kind.label() + ".pdf");
            assertThat(PaperKind.of(kind.word())).contains(kind);
        }
    }
}
