package org.liaison.registration.internal.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.paper.Press;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificatePaper;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.PaperKind;
import org.liaison.registration.api.Papers;
import org.liaison.registration.internal.service.RegistrationPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints what the caller may see of an application: the sheet is made of the same view that the other faces show. */
@Component
public final class PressPapers implements Papers {
    /** All but the form, which may carry whole numbers. */
    private static final Map<PaperKind, BiFunction<Application, Wording, Sheet>> SHEETS = new EnumMap<>(Map.of(
            PaperKind.LETTER, (application, wording) -> new LetterSheets(application.form(), wording).letter(),
            PaperKind.COMMITMENT, (application, wording) -> new LetterSheets(application.form(), wording).commitment(),
            PaperKind.ACCEPTANCE, (application, wording) -> new NoticeSheets(application, wording).acceptance(),
            PaperKind.APPROVAL, (application, wording) -> new ApprovalSheet(application, wording).sheet()));
    /** The step that a document tells of; a kind without one exists from the draft on. */
    private static final Map<PaperKind, ApplicationEvent> AFTER = new EnumMap<>(Map.of(
            PaperKind.ACCEPTANCE, ApplicationEvent.ACCEPT,
            PaperKind.APPROVAL, ApplicationEvent.SEND_TO_REVIEW));

    private final Operations operations;
    private final Applications applications;
    private final Certificates certificates;
    private final Press press;
    private final RuleBook book;
    private final Clock clock;

    @Activate
    public PressPapers(
            @Reference Operations operations,
            @Reference Applications applications,
            @Reference Certificates certificates,
            @Reference Press press,
            @Reference RuleBook book,
            @Reference Clock clock) {
        this.operations = operations;
        this.applications = applications;
        this.certificates = certificates;
        this.press = press;
        this.book = book;
        this.clock = clock;
    }

    @Override
    public Paper print(Caller caller, String applicationId, PaperKind kind, String reason) {
        String operation = kind == PaperKind.APPROVAL
                ? RegistrationPermissions.PAPER_INTERNAL
                : RegistrationPermissions.PAPER_PRINT;
        // two questions to the gate: for the document, and by the service for the case and its scope
        Application application = operations.read(caller, operation, scope -> applications.get(caller, applicationId));
        ApplicationEvent after = AFTER.get(kind);
        if (after != null && Opinions.last(application, after).isEmpty()) {
            throw new Conflict("PAPER_NOT_READY", "该件尚未办理到“" + after.label() + "”,不能生成" + kind.label());
        }
        Wording wording = new Wording(book, LocalDate.now(clock));
        Sheet sheet = kind == PaperKind.FORM
                ? new FormSheet(application, wording, whole(caller, application, reason)).sheet()
                : SHEETS.get(kind).apply(application, wording);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        press.print(sheet, file);
        return paper(application.form().name(), kind.label(), file);
    }

    @Override
    public Paper printCertificate(Caller caller, String certificateId, CertificatePaper kind) {
        Certificate certificate = certificates.get(caller, certificateId);
        CertificatePrint print = new CertificatePrint(caller, certificate, kind);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        print.check(press.print(print.sheet(), file));
        return paper(certificate.name(), kind.label(), file);
    }

    private static Paper paper(String office, String label, ByteArrayOutputStream file) {
        String name = (office == null ? "" : office + "-") + label + ".pdf";
        return new Paper(name, file.size(), new ByteArrayInputStream(file.toByteArray()));
    }

    /** Each number is viewed by itself, so that each leaves its record before the form is made. */
    private Map<String, String> whole(Caller caller, Application application, String reason) {
        Map<String, String> numbers = new HashMap<>();
        if (reason != null) {
            for (String path : FormSheet.numbers(application.form())) {
                numbers.put(path, applications.viewIdentityNumber(caller, application.id(), path, reason));
            }
        }
        return numbers;
    }
}
