package org.liaison.registration.internal.service;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Form.Premises;
import org.liaison.registration.api.Step;
import org.liaison.registration.internal.certificate.CertificateIssue;
import org.liaison.registration.internal.store.ApplicationEntity;
import org.liaison.registration.internal.store.CertificateRows;
import org.liaison.registration.internal.store.FormJson;
import org.liaison.registration.internal.store.OfficeEntity;
import org.liaison.registration.internal.store.RegisterVersionEntity;
import org.liaison.registration.internal.store.RegisterVersionEntity.Part;

/** The decision (决定): approval enters what was filed in the register, denial has a number and a reason too (domain 3.1). */
final class ApplicationDecision {
    private static final String CERTIFICATE_WORD = "鲁驻登字";

    private final JpaTemplate jpa;
    private final RuleBook book;
    private final OfficeFamily family;
    private final CertificateIssue issue;

    ApplicationDecision(JpaTemplate jpa, RuleBook book, OfficeFamily family) {
        this.jpa = jpa;
        this.book = book;
        this.family = family;
        this.issue = new CertificateIssue(book);
    }

    Map<ApplicationEvent, ApplicationSteps.Effect> effects() {
        return Map.of(
                ApplicationEvent.APPROVE, this::approve,
                ApplicationEvent.DENY, this::deny,
                ApplicationEvent.EXTEND, this::extend);
    }

    Map<ApplicationEvent, ApplicationSteps.Effect> proposals() {
        return Map.of(ApplicationEvent.EXTEND, (unit, row, step) -> once(row));
    }

    private void extend(Unit unit, ApplicationEntity row, Step step) {
        once(row);
        row.prolong(unit.today());
    }

    private static void once(ApplicationEntity row) {
        if (row.extended()) {
            throw new Conflict("EXTENDED", "办理期限已延长过一次");
        }
    }

    private void deny(Unit unit, ApplicationEntity row, Step step) {
        String word = book.setting("decision.codeword", unit.today());
        String series = Numbers.decisionSeries(word, unit.today().getYear());
        long number = unit.numbers(Set.of(series)).get(series);
        row.decide(Numbers.decision(word, unit.today().getYear(), number), unit.today());
    }

    private void approve(Unit unit, ApplicationEntity row, Step step) {
        family.requireFreeName(row.office());
        register(unit, row);
    }

    private void register(Unit unit, ApplicationEntity row) {
        LocalDate today = unit.today();
        OfficeEntity office = row.office();
        String city = office.hostCity();
        String word = book.setting("decision.codeword", today);
        String registration = Numbers.registration(city, today.getYear(), unit.next("registration.reg_no"));
        String decisions = Numbers.decisionSeries(word, today.getYear());
        String certificates = Numbers.certificateSeries(city, today.getYear());
        Map<String, Long> numbers = unit.numbers(Set.of(decisions, certificates));
        String certificate = Numbers.certificate(CERTIFICATE_WORD, city, today.getYear(), numbers.get(certificates));
        row.decide(Numbers.decision(word, today.getYear(), numbers.get(decisions)), today);
        Form form = FormJson.read(row.form());
        office.register(registration, today, certificate, form.nature());
        // the template joins the running transaction and its entity manager
        jpa.tx(TransactionType.Required, manager -> {
            // what an office of old has not is filed with its first annual report (Q51)
            LocalDate established =
                    form.establishment() == null ? null : form.establishment().date();
            manager.persist(new RegisterVersionEntity(row, Part.OFFICE, established, unit.now(), form));
            if (form.head() != null) {
                manager.persist(
                        new RegisterVersionEntity(row, Part.HEAD, form.head().inPostFrom(), unit.now(), form.head()));
            }
            for (Premises premises : form.premises() == null ? List.<Premises>of() : form.premises()) {
                manager.persist(
                        new RegisterVersionEntity(row, Part.PREMISES, premises.inUseFrom(), unit.now(), premises));
            }
            Structure structure = new Structure(
                    form.staffingQuota(), form.leaderQuota(), form.staffInPost(), form.hired(), form.departments());
            manager.persist(new RegisterVersionEntity(row, Part.STRUCTURE, established, unit.now(), structure));
            new CertificateRows(manager).add(issue.first(unit, office, form, certificate));
        });
        unit.publish("org/liaison/registration/OFFICE_REGISTERED", office.id(), office.version());
    }

    /** Posts and departments (人员编制、内设机构). */
    private record Structure(
            List<Form.Quota> staffingQuota,
            Integer leaderQuota,
            Integer staffInPost,
            Integer hired,
            List<Form.Department> departments) {}
}
