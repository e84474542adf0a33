package org.liaison.registration.internal.soap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import javax.activation.DataHandler;
import javax.xml.ws.Holder;
import javax.xml.ws.WebServiceContext;
import javax.xml.ws.handler.MessageContext;
import org.junit.Before;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.platform.web.SoapCalls;
import org.liaison.registration.api.ApplicationFilter.Claim;
import org.liaison.registration.api.BlankForm;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.Certificate.Copy;
import org.liaison.registration.api.Certificate.PrintedSheet;
import org.liaison.registration.api.CertificateCheck;
import org.liaison.registration.api.CertificateCheck.Status;
import org.liaison.registration.api.CertificateEvent;
import org.liaison.registration.api.CertificateFilter;
import org.liaison.registration.api.CertificatePaper;
import org.liaison.registration.api.CertificateRow;
import org.liaison.registration.api.CertificateState;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.CopyKind;
import org.liaison.registration.api.Handover;
import org.liaison.registration.api.Offices;
import org.liaison.registration.api.PaperKind;
import org.liaison.registration.api.Papers;
import org.liaison.registration.api.Papers.Paper;
import org.liaison.registration.internal.soap.wire.CertificateDocumentKind;
import org.liaison.registration.internal.soap.wire.DocumentKind;

public class CertificateOperationsTest {
    private static final Instant NOW = Instant.parse("2026-03-05T01:02:03Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Certificate CERTIFICATE = new Certificate(
            "7",
            3,
            "5",
            "鲁驻登字第37010020260007号",
            1,
            "INITIAL",
            CertificateState.PRINTED,
            List.of(CertificateEvent.SPOIL, CertificateEvent.HAND_OVER),
            null,
            "甲驻济南办事处",
            "甲市人民政府",
            "行政机关派出机构",
            "正县处级",
            "济南市历下区某路1号",
            "李四",
            "联络",
            DAY,
            "山东省机关事务管理局",
            null,
            List.of(new Copy(
                    "c",
                    CopyKind.ORIGINAL,
                    0,
                    "KB-1",
                    null,
                    null,
                    List.of(new PrintedSheet("KB-1", NOW, "clk", null, null, null)))),
            null,
            NOW);

    private final Certificates certificates = mock(Certificates.class);
    private final Papers papers = mock(Papers.class);
    private final WebServiceContext call = mock(WebServiceContext.class);
    private final Caller caller = new Caller("clk", "张", List.of(), null, Channel.SOAP, "127.0.0.1");
    private RegistrationPort port;

    @Before
    public void logIn() {
        MessageContext message = mock(MessageContext.class);
        when(call.getMessageContext()).thenReturn(message);
        when(message.get(SoapCalls.CALLER)).thenReturn(caller);
        port = port(certificates);
    }

    @Test
    public void certificate_isMappedWhole() {
        when(certificates.get(caller, "7")).thenReturn(CERTIFICATE);
        var bean = port.getCertificate("7");
        assertThat(bean.getNumber()).isEqualTo(CERTIFICATE.number());
        assertThat(bean.getStateLabel()).isEqualTo("已制证，待领取");
        assertThat(bean.getEvents()).containsExactly("SPOIL", "HAND_OVER");
        assertThat(bean.getIssueDate()).hasToString("2026-03-02");
        assertThat(bean.getCopies().get(0).getKindLabel()).isEqualTo("正本");
        assertThat(bean.getCopies().get(0).getPrintLog().get(0).getBlankFormNo())
                .isEqualTo("KB-1");
        assertThat(bean.getReceipt()).isNull();
    }

    @Test
    public void steps_passWhatWasSent() {
        when(certificates.claim(caller, "7", 1, "k")).thenReturn(CERTIFICATE);
        when(certificates.print(caller, "7", 2, List.of(new BlankForm("c", "KB-1")), "k"))
                .thenReturn(CERTIFICATE);
        when(certificates.spoil(caller, "7", 3, "KB-1", "卡纸", "k")).thenReturn(CERTIFICATE);
        when(certificates.handOver(caller, "7", 4, new Handover("张三", DAY, List.of("a"), List.of()), "k"))
                .thenReturn(CERTIFICATE);
        var form = new org.liaison.registration.internal.soap.wire.BlankForm();
        form.setCopyId("c");
        form.setFormNo("KB-1");

        assertThat(port.claimCertificate("7", 1, "k").getId()).isEqualTo("7");
        assertThat(port.printCertificate("7", 2, List.of(form), "k").getId()).isEqualTo("7");
        assertThat(port.spoilCertificate("7", 3, "KB-1", "卡纸", "k").getId()).isEqualTo("7");
        assertThat(port.handOverCertificate("7", 4, "张三", new Calendars().toXml(DAY), List.of("a"), List.of(), "k")
                        .getId())
                .isEqualTo("7");
    }

    @Test
    public void list_isAPageOfRows() {
        CertificateRow row =
                new CertificateRow("7", 3, "5", "号", 1, "甲", "乙", "370100", CertificateState.TO_PRINT, "clk", DAY, NOW);
        CertificateFilter filter = new CertificateFilter(CertificateState.TO_PRINT, "370100", Claim.FREE, null, null);
        when(certificates.list(caller, filter, new PageRequest(50, "x"))).thenReturn(new Page<>(List.of(row), "y"));
        Holder<List<org.liaison.registration.internal.soap.wire.CertificateRow>> items = new Holder<>();
        Holder<String> next = new Holder<>();
        port.listCertificates("TO_PRINT", "370100", "FREE", null, null, null, "x", items, next);
        assertThat(items.value).hasSize(1);
        assertThat(items.value.get(0).getStateLabel()).isEqualTo("待制证");
        assertThat(next.value).isEqualTo("y");
    }

    @Test
    public void check_saysTheWordBesideTheCode() {
        when(certificates.check(caller, "t"))
                .thenReturn(new CertificateCheck(Status.SUPERSEDED, "号", "甲", "乙", "370100", "济南市", DAY, NOW));
        var bean = port.checkCertificate("t");
        assertThat(bean.getStatus()).isEqualTo("SUPERSEDED");
        assertThat(bean.getStatusLabel()).isEqualTo("已换发，本证作废");
    }

    @Test
    public void everyDocument_isAnsweredWithItsNameAndType() throws IOException {
        for (DocumentKind kind : DocumentKind.values()) {
            when(papers.print(caller, "7", PaperKind.of(kind.value()).orElseThrow(), 2, "核对"))
                    .thenReturn(paper(kind.value()));
            assertPaper(
                    kind.value(), (name, type, content) -> port.getDocument("7", kind, 2, "核对", name, type, content));
        }
        for (CertificateDocumentKind kind : CertificateDocumentKind.values()) {
            when(papers.printCertificate(
                            caller, "7", CertificatePaper.of(kind.value()).orElseThrow()))
                    .thenReturn(paper(kind.value()));
            assertPaper(
                    kind.value(), (name, type, content) -> port.getCertificateDocument("7", kind, name, type, content));
        }
    }

    @Test
    public void contract_hasEveryKindOfDocument() {
        assertThat(Stream.of(DocumentKind.values()).map(DocumentKind::value))
                .containsExactlyElementsOf(
                        Stream.of(PaperKind.values()).map(PaperKind::word).toList());
        assertThat(Stream.of(CertificateDocumentKind.values()).map(CertificateDocumentKind::value))
                .containsExactlyElementsOf(Stream.of(CertificatePaper.values())
                        .map(CertificatePaper::word)
                        .toList());
    }

    private static Paper paper(String kind) {
        return new Paper(kind + ".pdf", 3, new ByteArrayInputStream(new byte[] {1, 2, 3}));
    }

    private static void assertPaper(String kind, Asked asked) throws IOException {
        Holder<String> name = new Holder<>();
        Holder<String> type = new Holder<>();
        Holder<DataHandler> content = new Holder<>();
        asked.by(name, type, content);
        assertThat(name.value).isEqualTo(kind + ".pdf");
        assertThat(type.value).isEqualTo("application/pdf");
        assertThat(content.value.getInputStream()).hasBinaryContent(new byte[] {1, 2, 3});
    }

    private interface Asked {
        void by(Holder<String> name, Holder<String> type, Holder<DataHandler> content);
    }

    private RegistrationPort port(Certificates present) {
        RegistrationPort made = new RegistrationPort(
                mock(Offices.class),
                null,
                present,
                papers,
                new Uploads(Path.of("target", "uploads-test"), new NamedKeys()),
                new Door());
        made.setCall(call);
        return made;
    }
}
