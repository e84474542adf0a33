package org.liaison.registration.internal.service;

import java.time.LocalDate;
import java.util.Collection;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Unit;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Opinion;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.internal.store.ApplicationEntity;

/**
 * The Bureau's way with a case up to the approval: claim, release, reassign, and the steps of clerk and reviewer, each with
 * the case claimed and by separated persons (domain 3.1).
 */
final class ApplicationSteps {
    private static final int LONGEST_OPINION = 500;

    private final Accounts accounts;
    private final ApplicationCases cases;

    ApplicationSteps(Accounts accounts, ApplicationCases cases) {
        this.accounts = accounts;
        this.cases = cases;
    }

    Application claim(Caller caller, String id, long version, String key) {
        Act act = Act.of(RegistrationPermissions.APPLICATION_CLAIM, "application", id, key, version);
        return cases.change(caller, act, version, null, (unit, row) -> {
            inQueue(row, caller.acting().role());
            if (row.claimedBy() != null && !row.claimedBy().equals(caller.account())) {
                throw new Conflict("CLAIMED", "该件已由他人领取");
            }
            separated(row, caller.account(), caller.acting().role());
            row.claim(caller.account());
        });
    }

    Application release(Caller caller, String id, long version, String key) {
        Act act = Act.of(RegistrationPermissions.APPLICATION_RELEASE, "application", id, key, version);
        return cases.change(caller, act, version, null, (unit, row) -> {
            claimed(row, caller);
            row.claim(null);
        });
    }

    Application reassign(Caller caller, String id, long version, String account, String key) {
        Act act = Act.of(RegistrationPermissions.APPLICATION_REASSIGN, "application", id, key, version, account);
        return cases.change(caller, act, version, account, (unit, row) -> {
            claimed(row, caller);
            Role role = caller.acting().role();
            if (account == null || !holds(account, role, unit.today())) {
                throw new Invalid("account", "COLLEAGUE", "该账户不存在或没有相同的角色");
            }
            separated(row, account, role);
            row.claim(account);
        });
    }

    Application accept(Caller caller, String id, long version, String opinion, String key) {
        return fire(caller, id, version, ApplicationEvent.ACCEPT, opinion, false, key);
    }

    Application sendToReview(Caller caller, String id, long version, String opinion, String key) {
        return fire(caller, id, version, ApplicationEvent.SEND_TO_REVIEW, opinion, true, key);
    }

    Application agree(Caller caller, String id, long version, String opinion, String key) {
        return fire(caller, id, version, ApplicationEvent.AGREE, opinion, true, key);
    }

    private Application fire(
            Caller caller,
            String id,
            long version,
            ApplicationEvent event,
            String opinion,
            boolean required,
            String key) {
        opinion(opinion, required);
        Act act = Act.of(ApplicationWorkflow.TABLE.operation(event), "application", id, key, version, opinion);
        return cases.change(caller, act, version, opinion, (unit, row) -> step(unit, row, event, opinion));
    }

    /** One step of the table by the person who holds the case; who stays in charge keeps it. */
    static void step(Unit unit, ApplicationEntity row, ApplicationEvent event, String opinion) {
        Caller caller = unit.caller();
        Role role = caller.acting().role();
        ApplicationState next = ApplicationWorkflow.TABLE.fire(row.state(), event);
        claimed(row, caller);
        separated(row, caller.account(), role);
        row.addOpinion(new Opinion(event, caller.account(), caller.name(), unit.now(), opinion));
        row.moveTo(next);
        if (!ApplicationWorkflow.TABLE.waitingFor(role).contains(next)) {
            row.claim(null);
        }
    }

    /** @throws Invalid {@code OPINION} */
    static void opinion(String opinion, boolean required) {
        if (required && (opinion == null || opinion.isBlank())) {
            throw new Invalid("opinion", "REQUIRED", "意见必须填写");
        }
        if (opinion != null && opinion.length() > LONGEST_OPINION) {
            throw new Invalid("opinion", "TEXT_TOO_LONG", "意见不得超过" + LONGEST_OPINION + "个字符");
        }
        Reasons.text("opinion", opinion);
    }

    private static void inQueue(ApplicationEntity row, Role role) {
        if (row.state() == ApplicationState.DRAFT
                || !ApplicationWorkflow.TABLE.waitingFor(role).contains(row.state())) {
            throw Conflict.illegalTransition(
                    row.state().label(),
                    ApplicationWorkflow.TABLE.legal(row.state()).stream()
                            .map(Enum::name)
                            .toList());
        }
    }

    private static void claimed(ApplicationEntity row, Caller caller) {
        if (!caller.account().equals(row.claimedBy())) {
            throw new Conflict("NOT_CLAIMED", "请先领取该件再办理");
        }
    }

    /** One person takes the part of one role only in a case. */
    private static void separated(ApplicationEntity row, String account, Role role) {
        boolean other = row.opinions().stream()
                .filter(opinion -> opinion.account().equals(account))
                .anyMatch(opinion ->
                        !ApplicationWorkflow.TABLE.roles(opinion.event()).contains(role));
        if (other) {
            throw new Conflict("SAME_PERSON", "经办、审核、审批须由不同的人办理");
        }
    }

    private boolean holds(String account, Role role, LocalDate today) {
        return accounts.find(account).filter(found -> found.state().equals("ACTIVE")).map(Account::bindings).stream()
                .flatMap(Collection::stream)
                .anyMatch(binding -> binding.role() == role && binding.validOn(today));
    }
}
