package org.liaison.registration.internal.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Material;
import org.liaison.registration.api.Application.Warning;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Form.Premises;
import org.liaison.registration.internal.rules.OfficeFacts;
import org.liaison.registration.internal.rules.SubmissionRules;
import org.liaison.registration.internal.store.ApplicationEntity;
import org.liaison.registration.internal.store.CertificateEntity;
import org.liaison.registration.internal.store.FormJson;
import org.liaison.registration.internal.store.OfficeEntity;
import org.liaison.registration.internal.store.RegisterVersionEntity;
import org.liaison.registration.internal.store.RegisterVersionEntity.Part;

/** The two ends of the main way: submission freezes what was filed, approval enters it in the register (domain 3.1). */
final class ApplicationDecision {
    private static final String CERTIFICATE_WORD = "鲁驻登字";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JpaTemplate jpa;
    private final RuleBook book;
    private final IdentityReferences identities;
    private final ApplicationViews views;
    private final ApplicationCases cases;

    ApplicationDecision(
            JpaTemplate jpa,
            RuleBook book,
            IdentityReferences identities,
            ApplicationViews views,
            ApplicationCases cases) {
        this.jpa = jpa;
        this.book = book;
        this.identities = identities;
        this.views = views;
        this.cases = cases;
    }

    Application submit(Caller caller, String id, long version, String key) {
        return cases.change(caller, act(ApplicationEvent.SUBMIT, id, version, key, null), version, null, this::submit);
    }

    private void submit(Unit unit, ApplicationEntity row) {
        row.moveTo(ApplicationWorkflow.TABLE.fire(row.state(), ApplicationEvent.SUBMIT));
        Form stored = FormJson.read(row.form());
        List<Material> materials = views.materials(row);
        OfficeEntity office = row.office();
        OfficeFacts opened = new OfficeFacts(
                office.name(), office.hostCity(), office.dispatcher().name());
        List<Warning> warnings = SubmissionRules.check(identities.clear(stored), materials, opened, book, unit.today())
                .warningsOrRefuse();
        String frozen = FormJson.write(new Snapshot(stored, materials));
        String number = Numbers.application(unit.today(), unit.next("registration.app_no"));
        row.submit(number, unit.now(), frozen, sha256(frozen), warnings);
    }

    /** What is frozen at submission. */
    private record Snapshot(Form form, List<Material> materials) {}

    Application approve(Caller caller, String id, long version, String opinion, String key) {
        ApplicationSteps.opinion(opinion, false);
        Act act = act(ApplicationEvent.APPROVE, id, version, key, opinion);
        return cases.change(caller, act, version, opinion, (unit, row) -> {
            ApplicationSteps.step(unit, row, ApplicationEvent.APPROVE, opinion);
            register(unit, row);
        });
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
        office.register(registration, today, certificate);
        Form form = FormJson.read(row.form());
        // the template joins the running transaction and its entity manager
        jpa.tx(TransactionType.Required, manager -> {
            LocalDate established = form.establishment().date();
            manager.persist(new RegisterVersionEntity(row, Part.OFFICE, established, unit.now(), form));
            manager.persist(
                    new RegisterVersionEntity(row, Part.HEAD, form.head().inPostFrom(), unit.now(), form.head()));
            for (Premises premises : form.premises()) {
                manager.persist(
                        new RegisterVersionEntity(row, Part.PREMISES, premises.inUseFrom(), unit.now(), premises));
            }
            Structure structure = new Structure(
                    form.staffingQuota(), form.leaderQuota(), form.staffInPost(), form.hired(), form.departments());
            manager.persist(new RegisterVersionEntity(row, Part.STRUCTURE, established, unit.now(), structure));
            manager.persist(new CertificateEntity(office, certificate, token(), today));
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

    private static Act act(ApplicationEvent event, String id, long version, String key, String opinion) {
        return Act.of(ApplicationWorkflow.TABLE.operation(event), "application", id, key, version, opinion);
    }

    private static String token() {
        byte[] token = new byte[32];
        RANDOM.nextBytes(token);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
