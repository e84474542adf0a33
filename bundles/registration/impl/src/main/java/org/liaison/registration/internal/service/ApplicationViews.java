package org.liaison.registration.internal.service;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.liaison.platform.api.Attachment;
import org.liaison.platform.api.Attachments;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Material;
import org.liaison.registration.api.Application.MaterialFile;
import org.liaison.registration.api.Application.Timeliness;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Review.Proposal;
import org.liaison.registration.internal.rules.Lights;
import org.liaison.registration.internal.store.ApplicationEntity;
import org.liaison.registration.internal.store.ApplicationRows;
import org.liaison.registration.internal.store.FormJson;
import org.liaison.registration.internal.store.MaterialRow;

/** An application as one caller sees it today: identity numbers masked, only the events of the caller's role. */
final class ApplicationViews {
    /** Owner type of an application's files. */
    static final String OWNER = "application";

    private final IdentityReferences identities;
    private final Attachments attachments;
    private final RuleBook book;
    private final Clock clock;

    ApplicationViews(IdentityReferences identities, Attachments attachments, RuleBook book, Clock clock) {
        this.identities = identities;
        this.attachments = attachments;
        this.book = book;
        this.clock = clock;
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Deadlines.ZONE);
    }

    /** The clocks as of today. */
    Lights lights() {
        return new Lights(book, today());
    }

    Application of(EntityManager manager, ApplicationEntity row, Caller caller) {
        Lights lights = lights();
        Lights.Facts facts = new Lights.Facts(
                row.stateOn(lights.today()),
                row.submittedOn(),
                row.correctionDueOn(),
                row.acceptedOn(),
                row.extended(),
                row.decisionDate(),
                new ApplicationRows(manager).waitingForCertificate(row));
        Form form = FormJson.read(row.form());
        return new Application(
                row.id(),
                row.version(),
                row.no(),
                row.office().id(),
                row.source(),
                facts.state(),
                events(row, facts, caller),
                row.submittedFirstAt(),
                row.snapshotSha256(),
                row.claimedBy(),
                identities.masked(form, caller),
                materials(row),
                row.review(),
                row.opinions(),
                row.decisionNo(),
                row.decisionDate(),
                row.office().registrationNo(),
                row.office().certificateNo(),
                row.legacyCertificateNo(),
                lights.of(facts).orElse(null),
                timeliness(row, form, lights.today()));
    }

    /** While a proposal waits there is nothing but its answers and passing the case on. */
    private static List<ApplicationEvent> events(ApplicationEntity row, Lights.Facts facts, Caller caller) {
        Proposal proposal = row.review().proposal();
        return ApplicationWorkflow.TABLE.legal(facts.state(), caller.acting().role()).stream()
                .filter(event -> ApplicationSteps.QUEUE.contains(event)
                        || ApplicationSteps.ANSWERS.contains(event) == (proposal != null))
                .toList();
    }

    private Timeliness timeliness(ApplicationEntity row, Form form, LocalDate today) {
        LocalDate approved =
                form.establishment() == null ? null : form.establishment().date();
        LocalDate filed =
                row.submittedFirstAt() == null ? today : LocalDate.ofInstant(row.submittedFirstAt(), Deadlines.ZONE);
        if (approved == null || approved.isAfter(filed)) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(approved, filed);
        int limit = book.number("filing.timely.days", filed);
        return new Timeliness(approved, days, limit, days > limit);
    }

    /** A material exists as soon as it has a document or a file. */
    List<Material> materials(ApplicationEntity row) {
        Map<String, MaterialRow> documents =
                row.materials().stream().collect(Collectors.toMap(MaterialRow::code, material -> material));
        Map<String, List<MaterialFile>> files = new TreeMap<>();
        documents.keySet().forEach(code -> files.put(code, List.of()));
        attachments.of(OWNER, row.id()).stream()
                .collect(Collectors.groupingBy(
                        Attachment::kind, Collectors.mapping(ApplicationViews::file, Collectors.toList())))
                .forEach(files::put);
        return files.entrySet().stream()
                .map(entry -> material(documents.get(entry.getKey()), entry.getKey(), entry.getValue()))
                .toList();
    }

    private static Material material(MaterialRow document, String code, List<MaterialFile> files) {
        return document == null
                ? new Material(code, null, null, files)
                : new Material(code, document.documentNo(), document.documentDate(), files);
    }

    private static MaterialFile file(Attachment file) {
        return new MaterialFile(file.id(), file.fileName(), file.size(), file.sha256(), file.mediaType());
    }
}
