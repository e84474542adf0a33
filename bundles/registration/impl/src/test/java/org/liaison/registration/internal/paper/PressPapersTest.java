package org.liaison.registration.internal.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.atLeastOnce;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.paper.Press;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.CertificatePaper;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.PaperKind;
import org.liaison.registration.api.Papers.Paper;
import org.liaison.registration.internal.rules.CsvRuleBook;
import org.mockito.ArgumentCaptor;
import org.mockito.Mock;
import org.mockito.junit.MockitoJUnit;
import org.mockito.junit.MockitoRule;
import org.mockito.quality.Strictness;

public class PressPapersTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-20T01:00:00Z"), ZoneId.of("Asia/Shanghai"));

    /** Documents that a draft has not. */
    private static final Set<PaperKind> NOTICES =
            EnumSet.complementOf(EnumSet.of(PaperKind.FORM, PaperKind.LETTER, PaperKind.COMMITMENT));

    @Rule
    public MockitoRule rule = MockitoJUnit.rule().strictness(Strictness.STRICT_STUBS);

    @Mock
    private Operations operations;

    @Mock
    private Applications applications;

    @Mock
    private Certificates certificates;

    @Mock
    private Press press;

    @Mock
    private Caller caller;

    private PressPapers papers;

    @Before
    public void before() {
        papers = new PressPapers(operations, applications, certificates, press, new CsvRuleBook(), CLOCK);
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

        Paper paper = papers.print(caller, "id", PaperKind.FORM, null, null);

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

        papers.print(caller, "id", PaperKind.FORM, null, "打印盖章");

        verify(applications).viewIdentityNumber(caller, "id", "head.idNumber", "打印盖章");
        verify(applications).viewIdentityNumber(caller, "id", "deputies[0].idNumber", "打印盖章");
    }

    @Test
    public void print_isRefused_beforeTheCaseHasComeToIt() {
        when(applications.get(caller, "id")).thenReturn(Cases.draft(Cases.sample()));

        for (PaperKind kind : NOTICES) {
            assertThatThrownBy(() -> papers.print(caller, "id", kind, null, null))
                    .isInstanceOf(Conflict.class)
                    .hasFieldOrPropertyWithValue("code", "PAPER_NOT_READY");
        }
        verifyNoInteractions(press);
    }

    @Test
    public void internalPaper_asksForItsOwnRight() {
        when(operations.read(eq(caller), eq("registration.paper.internal"), any()))
                .thenThrow(new Forbidden());

        assertThatThrownBy(() -> papers.print(caller, "id", PaperKind.APPROVAL, null, null))
                .isInstanceOf(Forbidden.class);
        verifyNoInteractions(applications, press);
    }

    @Test
    public void everyKind_hasASheet() {
        for (PaperKind kind : PaperKind.values()) {
            when(applications.get(caller, "id"))
                    .thenReturn(
                            switch (kind) {
                                case CORRECTION -> Cases.returned(List.of(Cases.defect(1, "name", "不一致", null)));
                                case REFUSAL -> Cases.notAccepted("不属于备案范围。");
                                case DENIAL -> Cases.denied("名称未经批准。");
                                default -> Cases.approved(Cases.sample());
                            });
            assertThat(papers.print(caller, "id", kind, null, null).fileName()).endsWith(kind.label() + ".pdf");
            assertThat(PaperKind.of(kind.word())).contains(kind);
        }
    }

    @Test
    public void refusal_isNotPrinted_whileItWaitsForItsConfirmation() {
        Application proposed = Cases.proposed("不属于备案范围。");
        when(applications.get(caller, "id")).thenReturn(proposed);

        assertThatThrownBy(() -> papers.print(caller, "id", PaperKind.REFUSAL, null, null))
                .hasFieldOrPropertyWithValue("code", "PAPER_NOT_READY")
                .hasMessageContaining("已提交");
        verifyNoInteractions(press);
    }

    @Test
    public void correction_isOfTheRoundThatIsAskedFor_elseOfTheLast() {
        when(applications.get(caller, "id"))
                .thenReturn(Cases.returned(List.of(Cases.defect(1, "name", "名称不一致", null))));

        assertThat(correction(1)).contains("名称不一致").doesNotContain("承诺函落款日期");
        assertThat(correction(2)).contains("承诺函落款日期").isEqualTo(correction(null));
        for (int round : new int[] {0, 3}) {
            assertThatThrownBy(() -> papers.print(caller, "id", PaperKind.CORRECTION, round, null))
                    .isInstanceOfSatisfying(Invalid.class, e -> assertThat(e.violations())
                            .extracting("path", "code")
                            .containsExactly(tuple("round", "ROUND_UNKNOWN")));
        }
    }

    private String correction(Integer round) {
        ArgumentCaptor<Sheet> sheet = ArgumentCaptor.forClass(Sheet.class);
        papers.print(caller, "id", PaperKind.CORRECTION, round, null);
        verify(press, atLeastOnce()).print(sheet.capture(), any());
        return sheet.getValue().blocks().toString();
    }

    @Test
    public void certificate_isForTheSeal_whenTheClerkHasEnteredTheForms() {
        assertThat(watermark(Role.CLK, CertificateState.PRINTED)).isNull();
    }

    @Test
    public void certificate_isAPreview_forEverybodyElseAndLater() {
        assertThat(watermark(Role.HED, CertificateState.PRINTED)).isEqualTo("预览");
        assertThat(watermark(Role.REV, CertificateState.PRINTED)).isEqualTo("预览");
        assertThat(watermark(Role.CLK, CertificateState.VALID)).isEqualTo("预览");
    }

    private String watermark(Role role, CertificateState state) {
        when(caller.acting()).thenReturn(new Binding(role, Scope.ALL, null));
        when(certificates.get(caller, "c")).thenReturn(Cases.certificate(state, Cases.ADDRESS));
        ArgumentCaptor<Sheet> sheet = ArgumentCaptor.forClass(Sheet.class);

        Paper paper = papers.printCertificate(caller, "c", CertificatePaper.ORIGINAL);

        assertThat(paper.fileName()).isEqualTo("十堰市人民政府驻青岛办事处-登记证正本.pdf");
        verify(press, atLeastOnce()).print(sheet.capture(), any());
        return sheet.getValue().watermark();
    }

    @Test
    public void certificate_isNotPrinted_withoutFormsOrPublicAddress() {
        when(certificates.get(caller, "early")).thenReturn(Cases.certificate(CertificateState.TO_PRINT, null));
        when(certificates.get(caller, "dark")).thenReturn(Cases.certificate(CertificateState.PRINTED, null));

        assertThatThrownBy(() -> papers.printCertificate(caller, "early", CertificatePaper.RECEIPT))
                .hasFieldOrPropertyWithValue("code", "PAPER_NOT_READY");
        assertThatThrownBy(() -> papers.printCertificate(caller, "dark", CertificatePaper.DUPLICATE))
                .hasFieldOrPropertyWithValue("code", "PUBLIC_URL_MISSING");
        verifyNoInteractions(press);
    }

    @Test
    public void certificate_doesNotGoUnderTheSeal_whenACharacterIsMissing() {
        when(caller.acting()).thenReturn(new Binding(Role.CLK, Scope.ALL, null));
        when(certificates.get(caller, "c")).thenReturn(Cases.certificate(CertificateState.PRINTED, Cases.ADDRESS));
        when(press.print(any(Sheet.class), any(OutputStream.class)))
                .thenReturn(new Press.Printed(1, List.of("U+30EDE")));

        assertThatThrownBy(() -> papers.printCertificate(caller, "c", CertificatePaper.ORIGINAL))
                .hasFieldOrPropertyWithValue("code", "CHARACTER_MISSING")
                .hasMessageContaining("U+30EDE");
    }
}
