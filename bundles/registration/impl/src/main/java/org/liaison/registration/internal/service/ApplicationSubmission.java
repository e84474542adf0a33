package org.liaison.registration.internal.service;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.aries.jpa.template.JpaTemplate;
import org.apache.aries.jpa.template.TransactionType;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Precheck;
import org.liaison.registration.api.Review;
import org.liaison.registration.api.Review.Defect;
import org.liaison.registration.api.Review.Notice;
import org.liaison.registration.api.Review.Warning;
import org.liaison.registration.api.Step;
import org.liaison.registration.api.Submitted;
import org.liaison.registration.internal.rules.Findings;
import org.liaison.registration.internal.rules.SubmissionRules;
import org.liaison.registration.internal.rules.Summary;
import org.liaison.registration.internal.store.ApplicationEntity;
import org.liaison.registration.internal.store.ApplicationRows;
import org.liaison.registration.internal.store.FormJson;
import org.liaison.registration.internal.store.FrozenRow.Snapshot;
import org.liaison.registration.internal.store.Reach;

/** Submission freezes what was filed; the pre-check asks the very same rules and freezes nothing (domain 3.1). */
final class ApplicationSubmission {
    private final Operations operations;
    private final JpaTemplate jpa;
    private final RuleBook book;
    private final IdentityReferences identities;
    private final ApplicationViews views;
    private final OfficeFamily family;

    ApplicationSubmission(
            Operations operations,
            JpaTemplate jpa,
            RuleBook book,
            IdentityReferences identities,
            ApplicationViews views,
            OfficeFamily family) {
        this.operations = operations;
        this.jpa = jpa;
        this.book = book;
        this.identities = identities;
        this.views = views;
        this.family = family;
    }

    Map<ApplicationEvent, ApplicationSteps.Effect> effects() {
        return Map.of(ApplicationEvent.SUBMIT, this::submit, ApplicationEvent.RESUBMIT, this::resubmit);
    }

    Precheck precheck(Caller caller, String id) {
        return operations.read(
                caller,
                RegistrationPermissions.APPLICATION_PRECHECK,
                scope -> jpa.txExpr(TransactionType.Supports, manager -> {
                    ApplicationEntity row = new ApplicationRows(manager)
                            .load(Reach.of(caller, scope), id)
                            .orElseThrow(NotFound::new);
                    Findings findings = judge(row, views.today());
                    String summary = Summary.of(findings, views.materials(row), book, views.today());
                    return new Precheck(
                            findings.violations().isEmpty(), summary, findings.violations(), findings.warnings());
                }));
    }

    Submitted submission(Caller caller, String id, int revision) {
        return operations.read(
                caller,
                RegistrationPermissions.APPLICATION_READ,
                scope -> jpa.txExpr(TransactionType.Supports, manager -> new ApplicationRows(manager)
                        .load(Reach.of(caller, scope), id)
                        .flatMap(row -> row.submission(revision))
                        .map(frozen -> {
                            Snapshot snapshot = frozen.snapshot();
                            return new Submitted(
                                    revision,
                                    frozen.submittedAt(),
                                    frozen.sha256(),
                                    identities.masked(snapshot.form(), caller),
                                    snapshot.materials());
                        })
                        .orElseThrow(NotFound::new)));
    }

    private void submit(Unit unit, ApplicationEntity row, Step step) {
        freeze(unit, row, judge(row, unit.today()).warningsOrRefuse());
    }

    private void resubmit(Unit unit, ApplicationEntity row, Step step) {
        List<Violation> wrong = new ArrayList<>();
        Review review = row.review();
        Notice notice = answered(review.notices().get(review.notices().size() - 1), step.answers(), wrong);
        Findings findings = judge(row, unit.today());
        wrong.addAll(findings.violations());
        if (!wrong.isEmpty()) {
            throw new Invalid(wrong);
        }
        row.review(Reviews.notices(review, Reviews.replaceLast(review.notices(), notice)));
        freeze(unit, row, findings.warnings());
    }

    private static Notice answered(Notice notice, List<Step.Answer> answers, List<Violation> wrong) {
        Map<Integer, String> texts = new TreeMap<>();
        for (int i = 0; i < answers.size(); i++) {
            int no = answers.get(i).no();
            if (no < 1 || no > notice.defects().size()) {
                wrong.add(new Violation("answers[" + i + "].no", "NUMBER_UNKNOWN", "没有这个编号的补正事项"));
            }
            texts.put(no, answers.get(i).text());
        }
        List<Defect> defects = new ArrayList<>();
        for (Defect d : notice.defects()) {
            if (!texts.containsKey(d.no())) {
                wrong.add(new Violation("answers", "DEFECT_UNANSWERED", "补正事项" + d.no() + "尚未答复：" + d.text()));
            }
            defects.add(new Defect(d.no(), d.path(), d.text(), d.rule(), texts.get(d.no())));
        }
        return new Notice(notice.revision(), notice.by(), notice.at(), notice.dueOn(), defects);
    }

    /** What of an office of old is missing is kept as warnings and completed later (Q51). */
    void enter(Unit unit, ApplicationEntity row) {
        Findings findings = judge(row, unit.today());
        List<Warning> warnings = new ArrayList<>();
        findings.violations().forEach(v -> warnings.add(Warning.found(v.path(), v.code(), v.message())));
        warnings.addAll(findings.warnings());
        freeze(unit, row, warnings);
        row.accepted(unit.today());
    }

    private Findings judge(ApplicationEntity row, LocalDate today) {
        Form clear = identities.clear(FormJson.read(row.form()));
        return SubmissionRules.check(clear, views.materials(row), family.facts(row.office()), book, today);
    }

    private void freeze(Unit unit, ApplicationEntity row, List<Warning> warnings) {
        String frozen = FormJson.write(new Snapshot(FormJson.read(row.form()), views.materials(row)));
        String number =
                row.no() == null ? Numbers.application(unit.today(), unit.next("registration.app_no")) : row.no();
        Review revised = Reviews.revise(row.review(), warnings);
        row.submit(number, revised.revision(), unit.now(), unit.today(), frozen, sha256(frozen));
        row.review(revised);
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
