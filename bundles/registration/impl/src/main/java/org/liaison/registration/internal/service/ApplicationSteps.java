package org.liaison.registration.internal.service;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.workflow.Workflow;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Opinion;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Review.Proposal;
import org.liaison.registration.api.Step;
import org.liaison.registration.internal.store.ApplicationEntity;

/**
 * Fires events: the row of the table says who, claimed and confirmed by whom; what an event does besides is an
 * {@link Effect}. Holders, proposals and separated persons are the same for all of them (common rules d, i, j).
 */
final class ApplicationSteps {
    static final Set<ApplicationEvent> QUEUE =
            EnumSet.of(ApplicationEvent.CLAIM, ApplicationEvent.RELEASE, ApplicationEvent.REASSIGN);
    static final Set<ApplicationEvent> ANSWERS = EnumSet.of(ApplicationEvent.CONFIRM, ApplicationEvent.REJECT);

    private final Accounts accounts;
    private final ApplicationCases cases;
    private final Map<ApplicationEvent, Effect> effects = new EnumMap<>(ApplicationEvent.class);
    private final Map<ApplicationEvent, Effect> proposals = new EnumMap<>(ApplicationEvent.class);

    ApplicationSteps(Accounts accounts, ApplicationCases cases) {
        this.accounts = accounts;
        this.cases = cases;
    }

    /** What an event asks and does besides its row; throws unchecked to refuse. */
    interface Effect {
        void apply(Unit unit, ApplicationEntity row, Step step);
    }

    /** Takes effects in: what happens when the event happens. */
    ApplicationSteps with(Map<ApplicationEvent, Effect> more) {
        effects.putAll(more);
        return this;
    }

    /** Takes effects in: what happens when the event is proposed or, with its proposal's word, confirmed. */
    ApplicationSteps withProposals(Map<ApplicationEvent, Effect> more) {
        proposals.putAll(more);
        return this;
    }

    Application fire(Caller caller, String id, long version, Step step, String key) {
        StepRules.check(step);
        Act act = Act.of(ApplicationWorkflow.TABLE.operation(step.event()), "application", id, key, version, step);
        return cases.change(caller, act, version, step.text(), (unit, row) -> fire(unit, row, step));
    }

    private void fire(Unit unit, ApplicationEntity row, Step step) {
        Caller caller = unit.caller();
        Role role = caller.acting().role();
        Workflow.Step<ApplicationState, ApplicationEvent> cell =
                ApplicationWorkflow.TABLE.row(row.stateOn(unit.today()), step.event());
        if (!cell.who().contains(role)) {
            throw new Forbidden();
        }
        if (cell.claimed() && !caller.account().equals(row.claimedBy())) {
            throw new Conflict("NOT_CLAIMED", "请先领取该件再办理");
        }
        separated(row, caller.account(), role);
        Proposal pending = row.review().proposal();
        if (QUEUE.contains(step.event())) {
            pass(unit, row, step);
        } else if (ANSWERS.contains(step.event())) {
            answer(unit, row, step, pending);
        } else if (pending != null) {
            throw new Conflict("PROPOSAL_PENDING", "“" + pending.event().label() + "”正待确认，请先答复");
        } else if (cell.confirmedBy().isEmpty()) {
            effects.getOrDefault(step.event(), (u, r, s) -> {}).apply(unit, row, step);
            moved(unit, row, step, cell.to());
        } else {
            proposals.getOrDefault(step.event(), (u, r, s) -> {}).apply(unit, row, step);
            row.review(Reviews.propose(
                    row.review(),
                    new Proposal(step.event(), caller.account(), caller.name(), unit.now(), step.text())));
            said(unit, row, step);
        }
    }

    private void pass(Unit unit, ApplicationEntity row, Step step) {
        Caller caller = unit.caller();
        if (step.event() == ApplicationEvent.RELEASE) {
            row.claim(null);
        } else if (step.event() == ApplicationEvent.CLAIM) {
            // whoever has lost the role does not hold the case up: a colleague takes it
            if (row.claimedBy() != null
                    && !row.claimedBy().equals(caller.account())
                    && holds(row.claimedBy(), Set.of(caller.acting().role()), unit.today())) {
                throw new Conflict("CLAIMED", "该件已由他人领取");
            }
            row.claim(caller.account());
        } else {
            Role role = caller.acting().role();
            if (!holds(step.colleague(), Set.of(role), unit.today())) {
                throw new Invalid("colleague", "COLLEAGUE", "该账户不存在或没有相同的角色");
            }
            separated(row, step.colleague(), role);
            row.claim(step.colleague());
        }
    }

    private void answer(Unit unit, ApplicationEntity row, Step step, Proposal pending) {
        Caller caller = unit.caller();
        if (pending == null) {
            throw new Conflict("NO_PROPOSAL", "没有待确认的事项");
        }
        Workflow.Step<ApplicationState, ApplicationEvent> proposed =
                ApplicationWorkflow.TABLE.row(row.state(), pending.event());
        if (!proposed.confirmedBy().contains(caller.acting().role())) {
            throw new Forbidden();
        }
        if (pending.account().equals(caller.account())) {
            throw new Conflict("SAME_PERSON", "提出与确认须由不同的人办理");
        }
        row.review(Reviews.propose(row.review(), null));
        if (step.event() == ApplicationEvent.REJECT) {
            said(unit, row, step);
            return;
        }
        effects.getOrDefault(pending.event(), (u, r, s) -> {})
                .apply(unit, row, Step.of(pending.event(), pending.text()));
        moved(unit, row, step, proposed.to());
    }

    /** Who stays in charge keeps the case; at its end the office is free for another one. */
    static void moved(Unit unit, ApplicationEntity row, Step step, ApplicationState next) {
        boolean stays = row.state() == next;
        row.moveTo(next);
        said(unit, row, step);
        Role role = unit.caller().acting().role();
        boolean holder = stays
                || unit.caller().account().equals(row.claimedBy())
                        && ApplicationWorkflow.TABLE.holders(next).contains(role);
        if (!holder) {
            row.claim(null);
        }
        if (ApplicationWorkflow.TABLE.terminal().contains(next)) {
            row.close();
        }
    }

    /** Writes down who did it and the words, with the state the case has now. */
    static void said(Unit unit, ApplicationEntity row, Step step) {
        Caller caller = unit.caller();
        row.addOpinion(new Opinion(
                step.event(),
                caller.account(),
                caller.name(),
                unit.now(),
                step.text(),
                caller.acting().role(),
                row.state()));
    }

    /** One person acts in one of the parts of a case only. @throws Conflict {@code SAME_PERSON} */
    static void separated(ApplicationEntity row, String account, Role role) {
        if (actedApart(row, account, role)) {
            throw new Conflict("SAME_PERSON", "经办、审核、审批须由不同的人办理");
        }
    }

    /** Whether the person has acted on the case in a part that excludes the role. */
    static boolean actedApart(ApplicationEntity row, String account, Role role) {
        Set<Role> others = ApplicationWorkflow.TABLE.apartFrom(role);
        return row.opinions().stream()
                .anyMatch(opinion -> opinion.account().equals(account) && others.contains(opinion.role()));
    }

    /** Whether an active account has one of the roles on the day. */
    boolean holds(String account, Set<Role> roles, LocalDate today) {
        return accounts.find(account).filter(found -> found.state().equals("ACTIVE")).map(Account::bindings).stream()
                .flatMap(Collection::stream)
                .anyMatch(binding -> roles.contains(binding.role()) && binding.validOn(today));
    }
}
