package org.liaison.registration.internal.soap;

import java.util.List;
import javax.activation.DataHandler;
import javax.xml.datatype.XMLGregorianCalendar;
import javax.xml.ws.Holder;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Page;
import org.liaison.platform.api.PageRequest;
import org.liaison.registration.api.CertificateFilter;
import org.liaison.registration.api.CertificatePaper;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.Handover;
import org.liaison.registration.api.PaperKind;
import org.liaison.registration.api.Papers;
import org.liaison.registration.internal.rest.Queries;
import org.liaison.registration.internal.soap.wire.BlankForm;
import org.liaison.registration.internal.soap.wire.Certificate;
import org.liaison.registration.internal.soap.wire.CertificateCheck;
import org.liaison.registration.internal.soap.wire.CertificateDocumentKind;
import org.liaison.registration.internal.soap.wire.CertificateRow;
import org.liaison.registration.internal.soap.wire.DocumentKind;
import org.liaison.registration.internal.soap.wire.Registration;

/** The operations of the contract that are about certificates (登记证) and printed documents (文书). */
abstract class CertificateOperations implements Registration {
    private final Certificates certificates;
    private final Papers papers;
    private final Beans beans = new GeneratedBeans();
    private final Calendars calendars = new Calendars();

    CertificateOperations(Certificates certificates, Papers papers) {
        this.certificates = certificates;
        this.papers = papers;
    }

    abstract Caller caller();

    @Override
    public CertificateCheck checkCertificate(String token) {
        return beans.toBean(certificates.check(caller(), token));
    }

    @Override
    public Certificate getCertificate(String id) {
        return beans.toBean(certificates.get(caller(), id));
    }

    @Override
    public void getDocument(
            String id,
            DocumentKind kind,
            Integer round,
            String reason,
            Holder<String> fileName,
            Holder<String> mediaType,
            Holder<DataHandler> content) {
        PaperKind wanted = PaperKind.of(kind.value()).orElseThrow(NotFound::new);
        answer(papers.print(caller(), id, wanted, round, reason), fileName, mediaType, content);
    }

    @Override
    public void getCertificateDocument(
            String id,
            CertificateDocumentKind kind,
            Holder<String> fileName,
            Holder<String> mediaType,
            Holder<DataHandler> content) {
        CertificatePaper wanted = CertificatePaper.of(kind.value()).orElseThrow(NotFound::new);
        answer(papers.printCertificate(caller(), id, wanted), fileName, mediaType, content);
    }

    private static void answer(
            Papers.Paper paper, Holder<String> fileName, Holder<String> mediaType, Holder<DataHandler> content) {
        fileName.value = paper.fileName();
        mediaType.value = "application/pdf";
        content.value = new DataHandler(new OpenedFile(paper.fileName(), paper.content()));
    }

    @Override
    public void listCertificates(
            String state,
            String hostCity,
            String claim,
            String officeId,
            String number,
            Integer limit,
            String after,
            Holder<List<CertificateRow>> items,
            Holder<String> next) {
        CertificateFilter filter = new CertificateFilter(
                Queries.certificateState(state), hostCity, Queries.claim(claim), officeId, number);
        Page<org.liaison.registration.api.CertificateRow> page = certificates.list(
                caller(), filter, new PageRequest(limit == null ? PageRequest.DEFAULT : limit, after));
        items.value = beans.certificates(page.items());
        next.value = page.next();
    }

    @Override
    public Certificate claimCertificate(String id, long expectedVersion, String idempotencyKey) {
        return beans.toBean(certificates.claim(caller(), id, expectedVersion, idempotencyKey));
    }

    @Override
    public Certificate printCertificate(String id, long expectedVersion, List<BlankForm> forms, String idempotencyKey) {
        return beans.toBean(certificates.print(caller(), id, expectedVersion, beans.forms(forms), idempotencyKey));
    }

    @Override
    public Certificate spoilCertificate(
            String id, long expectedVersion, String formNo, String reason, String idempotencyKey) {
        return beans.toBean(certificates.spoil(caller(), id, expectedVersion, formNo, reason, idempotencyKey));
    }

    @Override
    public Certificate handOverCertificate(
            String id,
            long expectedVersion,
            String receiver,
            XMLGregorianCalendar receivedOn,
            List<String> returnedCopies,
            List<String> lostCopies,
            String idempotencyKey) {
        Handover handover = new Handover(receiver, calendars.toDay(receivedOn), returnedCopies, lostCopies);
        return beans.toBean(certificates.handOver(caller(), id, expectedVersion, handover, idempotencyKey));
    }
}
