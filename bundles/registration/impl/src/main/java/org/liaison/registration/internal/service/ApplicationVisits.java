package org.liaison.registration.internal.service;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Attachments;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.Review;
import org.liaison.registration.api.Review.Visit;
import org.liaison.registration.api.Step;
import org.liaison.registration.internal.store.ApplicationEntity;

/** On-site checks (现场核实): two persons go, one writes the report with photos, the other one confirms it. */
final class ApplicationVisits {
    /** Code of the photos among the application's files. */
    static final String PHOTOS = "ONSITE";

    private final Accounts accounts;
    private final Attachments attachments;
    private final ApplicationSteps steps;

    ApplicationVisits(Accounts accounts, Attachments attachments, ApplicationSteps steps) {
        this.accounts = accounts;
        this.attachments = attachments;
        this.steps = steps;
    }

    Map<ApplicationEvent, ApplicationSteps.Effect> effects() {
        return Map.of(ApplicationEvent.ASK_ONSITE, this::ask, ApplicationEvent.REPORT_ONSITE, this::confirmed);
    }

    Map<ApplicationEvent, ApplicationSteps.Effect> proposals() {
        return Map.of(ApplicationEvent.REPORT_ONSITE, this::report);
    }

    private void ask(Unit unit, ApplicationEntity row, Step step) {
        for (int i = 0; i < step.members().size(); i++) {
            String member = step.members().get(i);
            if (!steps.holds(member, Set.of(Role.CLK, Role.INS), unit.today())) {
                throw new Invalid("members[" + i + "]", "MEMBER", "应为经办人或检查员的有效账户");
            }
            // the one who asks reviews; the step that says so is not written yet
            if (member.equals(unit.caller().account())) {
                throw new Conflict("SAME_PERSON", "要求现场核实的审核人不得自行核实");
            }
            ApplicationSteps.separated(row, member, Role.INS);
            // a clerk sees the case anyhow; an inspector sees it as a task, and only as long as the check is open
            if (!steps.holds(member, Set.of(Role.CLK), unit.today())) {
                accounts.bind(unit, member, new Binding(Role.INS, new Scope(Scope.Kind.TASK, row.id()), null));
            }
        }
        Review review = row.review();
        Visit visit = new Visit(unit.caller().account(), unit.now(), step.text(), step.members(), null, null, null);
        row.review(Reviews.visits(review, Reviews.and(review.visits(), visit)));
    }

    /** The task ends with the check: whoever was bound to it has no right in it from tomorrow on, and sees nothing at once. */
    private void confirmed(Unit unit, ApplicationEntity row, Step step) {
        member(unit, row);
        accounts.end(unit, new Scope(Scope.Kind.TASK, row.id()), Role.INS, unit.today(), null);
    }

    private void report(Unit unit, ApplicationEntity row, Step step) {
        Visit asked = member(unit, row);
        if (step.findings().visitedOn().isAfter(unit.today())) {
            throw new Invalid("findings.visitedOn", "DATE_FUTURE", "日期不得晚于今天");
        }
        boolean photos = attachments.of(ApplicationViews.OWNER, row.id()).stream()
                .anyMatch(
                        file -> file.kind().equals(PHOTOS) && !file.uploadedAt().isBefore(asked.askedAt()));
        if (!photos) {
            throw new Conflict("PHOTOS_MISSING", "现场核实报告应附照片");
        }
        Visit reported = new Visit(
                asked.askedBy(),
                asked.askedAt(),
                asked.reason(),
                asked.members(),
                step.findings(),
                step.text(),
                unit.caller().account());
        row.review(Reviews.visits(row.review(), Reviews.replaceLast(row.review().visits(), reported)));
    }

    /** The present check, of which the caller has to be. */
    static Visit member(Unit unit, ApplicationEntity row) {
        List<Visit> visits = row.review().visits();
        Visit visit = visits.get(visits.size() - 1);
        if (!visit.members().contains(unit.caller().account())) {
            throw new Conflict("NOT_MEMBER", "您不是该次现场核实的人员");
        }
        return visit;
    }
}
