package org.liaison.registration.internal.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.paper.Press;
import org.liaison.platform.api.paper.Sheet;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Applications;
import org.liaison.registration.api.Certificate;
import org.liaison.registration.api.CertificatePaper;
import org.liaison.registration.api.Certificates;
import org.liaison.registration.api.PaperKind;
import org.liaison.registration.api.Papers;
import org.liaison.registration.api.Review.Notice;
import org.liaison.registration.internal.service.RegistrationPermissions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Prints what the caller may see of an application: the sheet is made of the same view that the other faces show. */
@Component
public final class PressPapers implements Papers {
    /** All but the form, which may carry whole numbers, and the notice of correction, of which there may be several. */
    private static final Map<PaperKind, BiFunction<Application, Wording, Sheet>> SHEETS = new EnumMap<>(Map.of(
            PaperKind.LETTER, (application, wording) -> new LetterSheets(application.form(), wording).letter(),
            PaperKind.COMMITMENT, (application, wording) -> new LetterSheets(application.form(), wording).commitment(),
            PaperKind.ACCEPTANCE, (application, wording) -> new NoticeSheets(application, wording).acceptance(),
            PaperKind.REFUSAL, (application, wording) -> new RefusalSheets(application, wording).intake(),
            PaperKind.APPROVAL, (application, wording) -> new ApprovalSheet(application, wording).sheet(),
            PaperKind.DENIAL, (application, wording) -> new RefusalSheets(application, wording).denial()));
    /** How far a case has come when it has a document; a kind that is not named exists from the draft on. */
    private static final Map<PaperKind, Predicate<Application>> READY = new EnumMap<>(Map.of(
            PaperKind.CORRECTION, application -> !application.review().notices().isEmpty(),
            PaperKind.ACCEPTANCE, after(EnumSet.of(ApplicationEvent.ACCEPT)),
            PaperKind.REFUSAL, application -> application.state() == ApplicationState.NOT_ACCEPTED,
            PaperKind.APPROVAL, after(Opinions.CLERK),
            PaperKind.DENIAL, application -> application.state() == ApplicationState.DENIED));

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
    public Paper print(Caller caller, String applicationId, PaperKind kind, Integer round, String reason) {
        String operation = kind == PaperKind.APPROVAL
                ? RegistrationPermissions.PAPER_INTERNAL
                : RegistrationPermissions.PAPER_PRINT;
        // two questions to the gate: for the document, and by the service for the case and its scope
        Application application = operations.read(caller, operation, scope -> applications.get(caller, applicationId));
        if (!READY.getOrDefault(kind, any -> true).test(application)) {
            throw new Conflict("PAPER_NOT_READY", "该件现为“" + application.state().label() + "”，没有" + kind.label());
        }
        Wording wording = new Wording(book, LocalDate.now(clock));
        Sheet sheet =
                switch (kind) {
                    case FORM -> new FormSheet(application, wording, whole(caller, application, reason)).sheet();
                    case CORRECTION -> new CorrectionSheet(application, notice(application, round), wording).sheet();
                    default -> SHEETS.get(kind).apply(application, wording);
                };
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

    private static Predicate<Application> after(Set<ApplicationEvent> events) {
        return application -> Opinions.last(application, events).isPresent();
    }

    private static Notice notice(Application application, Integer round) {
        List<Notice> notices = application.review().notices();
        int wanted = round == null ? notices.size() : round;
        if (wanted < 1 || wanted > notices.size()) {
            throw new Invalid("round", "ROUND_UNKNOWN", "该件共退回补正" + notices.size() + "次");
        }
        return notices.get(wanted - 1);
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
