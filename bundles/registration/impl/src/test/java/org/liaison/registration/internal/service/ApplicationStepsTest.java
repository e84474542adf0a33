package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Opinion;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.NewApplication;
import org.liaison.registration.api.Step;

public class ApplicationStepsTest {
    @Rule
    public final FilingRoom room = new FilingRoom();

    @Test
    public void stepsLeadToTheApproval_whenEachHoldsTheCase() {
        Application a = room.accepted(0);
        assertThat(a.claimedBy()).isEqualTo("clerk");
        a = room.fire(room.clerk, a, ApplicationEvent.SEND_TO_REVIEW, "材料齐全");
        assertThat(a.claimedBy()).isNull();
        a = room.fire(room.reviewer, room.claim(room.reviewer, a), ApplicationEvent.AGREE, "同意");

        assertThat(a.state()).isEqualTo(ApplicationState.PENDING_APPROVAL);
        assertThat(a.claimedBy()).isNull();
        assertThat(a.opinions())
                .extracting(Opinion::event)
                .contains(ApplicationEvent.SUBMIT, ApplicationEvent.ACCEPT, ApplicationEvent.SEND_TO_REVIEW)
                .endsWith(ApplicationEvent.AGREE);
        assertThat(room.applications.get(room.reviewer, a.id())).isEqualTo(a);
    }

    @Test
    public void acceptConflicts_whenNobodyOrAnotherHoldsTheCase() {
        Application a = room.submitted(0);
        room.refused("NOT_CLAIMED", () -> room.fire(room.clerk, a, ApplicationEvent.ACCEPT, null));
        Application held = room.claim(room.other, a);
        room.known("other", Role.CLK, Scope.ALL);
        room.refused("NOT_CLAIMED", () -> room.fire(room.clerk, held, ApplicationEvent.ACCEPT, null));
        room.refused("CLAIMED", () -> room.claim(room.clerk, held));
    }

    @Test
    public void stepConflicts_whenTheStateIsAnEarlierOne() {
        Application a = room.submitted(0);
        room.refused("ILLEGAL_TRANSITION", () -> room.fire(room.reviewer, a, ApplicationEvent.AGREE, "同意"));
        room.refused("FORBIDDEN", () -> room.claim(room.reviewer, a));
    }

    @Test
    public void stepIsStale_whenTheVersionMoved() {
        Application a = room.submitted(0);
        room.claim(room.clerk, a);
        room.refused("STALE", () -> room.claim(room.clerk, a));
    }

    @Test
    public void onePersonIsRefused_whenHeActedInAnotherPart() {
        Application a = room.fire(room.clerk, room.accepted(0), ApplicationEvent.SEND_TO_REVIEW, "材料齐全");
        room.refused("SAME_PERSON", () -> room.claim(room.bureau("clerk", Role.REV), a));
        Application agreed = room.fire(room.reviewer, room.claim(room.reviewer, a), ApplicationEvent.AGREE, "同意");
        room.refused("SAME_PERSON", () -> room.claim(room.bureau("clerk", Role.LDR), agreed));
        room.refused("SAME_PERSON", () -> room.claim(room.bureau("reviewer", Role.LDR), agreed));
        Application back =
                room.fire(room.leader, room.claim(room.leader, agreed), ApplicationEvent.RETURN_TO_REVIEW, "请补充");
        room.refused("SAME_PERSON", () -> room.claim(room.bureau("leader", Role.REV), back));
        assertThat(room.claim(room.reviewer, back).claimedBy()).isEqualTo("reviewer");
    }

    @Test
    public void releaseFreesTheCase_whenOneHoldsIt() {
        Application a = room.claim(room.clerk, room.submitted(0));
        Application free = room.fire(room.clerk, a, ApplicationEvent.RELEASE, null);
        assertThat(free.claimedBy()).isNull();
        room.refused("NOT_CLAIMED", () -> room.fire(room.clerk, free, ApplicationEvent.RELEASE, null));
        assertThat(room.claim(room.other, free).claimedBy()).isEqualTo("other");
    }

    @Test
    public void reassignHandsTheCaseOver_whenTheColleagueHasTheRole() {
        room.known("other", Role.CLK, Scope.ALL);
        room.known("reviewer", Role.REV, Scope.ALL);
        Application a = room.claim(room.clerk, room.submitted(0));
        room.refused("COLLEAGUE", () -> room.fire(room.clerk, a, Step.reassign("reviewer")));
        room.refused("COLLEAGUE", () -> room.fire(room.clerk, a, Step.reassign("nobody")));
        assertThat(room.fire(room.clerk, a, Step.reassign("other")).claimedBy()).isEqualTo("other");
    }

    @Test
    public void caseOfSomebodyWhoLostTheRole_staysHis_butAColleagueMayTakeIt() {
        room.known("clerk", Role.CLK, Scope.ALL);
        Application a = room.claim(room.clerk, room.submitted(0));
        room.refused("CLAIMED", () -> room.claim(room.other, a));

        room.known("clerk", Role.PSU, Scope.ALL);
        assertThat(room.applications.get(room.other, a.id()).claimedBy()).isEqualTo("clerk");
        room.refused("FORBIDDEN", () -> room.fire(room.bureau("clerk", Role.PSU), a, ApplicationEvent.RELEASE, null));
        assertThat(room.claim(room.other, a).claimedBy()).isEqualTo("other");
    }

    @Test
    public void claimsGoToTheColleague_whenTheirHolderIsOnLeave_unlessHeActedInAnotherPart() {
        RegistrationClaims claims = new RegistrationClaims(room.database, null);
        Application held = room.claim(room.clerk, room.submitted(0));
        Application foreign = room.claim(room.other, room.submitted(1));
        Scope elsewhere = Scope.city("370100")
                        .equals(Scope.city(
                                room.offices.get(room.clerk, held.officeId()).hostCity()))
                ? Scope.city("370200")
                : Scope.city("370100");
        assertThat(claims.pass(null, "clerk", "third", Role.REV, Scope.ALL)).isZero();
        assertThat(claims.pass(null, "clerk", "third", Role.CLK, elsewhere)).isZero();
        assertThat(claims.pass(null, "clerk", "third", Role.CLK, Scope.ALL)).isEqualTo(1);
        assertThat(room.applications.get(room.other, held.id()).claimedBy()).isEqualTo("third");
        assertThat(room.applications.get(room.other, foreign.id()).claimedBy()).isEqualTo("other");

        Application review = room.reviewing(2);
        assertThat(claims.pass(null, "reviewer", "clerk", Role.REV, Scope.ALL)).isZero();
        assertThat(room.applications.get(room.other, review.id()).claimedBy()).isEqualTo("reviewer");
    }

    @Test
    public void sendBacksKeepTheWay_whenReviewerAndLeaderWantMore() {
        Application a = room.fire(room.reviewer, room.reviewing(0), ApplicationEvent.RETURN_TO_CLERK, "公函日期不清");
        assertThat(a.state()).isEqualTo(ApplicationState.ACCEPTED);
        assertThat(a.claimedBy()).isNull();
        a = room.fire(room.clerk, room.claim(room.clerk, a), ApplicationEvent.SEND_TO_REVIEW, "已核实");
        a = room.fire(room.reviewer, room.claim(room.reviewer, a), ApplicationEvent.AGREE, "同意");
        a = room.fire(room.leader, room.claim(room.leader, a), ApplicationEvent.RETURN_TO_REVIEW, "请再核");
        assertThat(a.state()).isEqualTo(ApplicationState.REVIEWING);
        assertThat(a.opinions()).extracting(Opinion::text).endsWith("请再核");
    }

    @Test
    public void denyNumbersTheDecisionAndFreesTheOffice_whenTheLeaderSaysWhy() {
        Application a = room.pending(0);
        room.refused("INVALID", () -> room.fire(room.leader, a, ApplicationEvent.DENY, " "));
        Application denied = room.fire(room.leader, a, ApplicationEvent.DENY, "名称未经批准");
        assertThat(denied.state()).isEqualTo(ApplicationState.DENIED);
        assertThat(denied.decisionNo()).isEqualTo("鲁事管备〔2026〕1号");
        assertThat(denied.registrationNo()).isNull();
        Caller head = room.head(a.officeId());
        assertThat(room.applications
                        .create(head, NewApplication.of(a.officeId()), null)
                        .state())
                .isEqualTo(ApplicationState.DRAFT);
    }

    @Test
    public void refusalOfIntakeWaits_untilTheReviewerConfirms() {
        Application a = room.claim(room.clerk, room.submitted(0));
        Application proposed = room.fire(room.clerk, a, ApplicationEvent.REFUSE_INTAKE, "不属于备案范围");
        assertThat(proposed.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(proposed.review().proposal().event()).isEqualTo(ApplicationEvent.REFUSE_INTAKE);
        room.refused("PROPOSAL_PENDING", () -> room.fire(room.clerk, proposed, ApplicationEvent.REFUSE_INTAKE, "再提"));
        assertThat(room.applications.get(room.reviewer, a.id()).events())
                .containsExactly(ApplicationEvent.CONFIRM, ApplicationEvent.REJECT);
        room.refused(
                "SAME_PERSON",
                () -> room.fire(room.bureau("clerk", Role.REV), proposed, ApplicationEvent.CONFIRM, null));

        Application kept = room.fire(room.reviewer, proposed, ApplicationEvent.REJECT, "属于备案范围");
        assertThat(kept.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(kept.claimedBy()).isEqualTo("clerk");
        assertThat(kept.review().proposal()).isNull();
        room.refused("NO_PROPOSAL", () -> room.fire(room.reviewer, kept, ApplicationEvent.CONFIRM, null));

        Application again = room.fire(room.clerk, kept, ApplicationEvent.REFUSE_INTAKE, "派出单位为企业");
        Application ended = room.fire(room.reviewer, again, ApplicationEvent.CONFIRM, "同意");
        assertThat(ended.state()).isEqualTo(ApplicationState.NOT_ACCEPTED);
        assertThat(ended.events()).isEmpty();
        assertThat(ended.claimedBy()).isNull();
    }

    @Test
    public void withdrawalEndsAtOnce_beforeAcceptanceOnly() {
        Application draft = room.draft(0);
        Caller head = room.head(draft.officeId());
        assertThat(room.fire(head, draft, ApplicationEvent.WITHDRAW, "暂缓").state())
                .isEqualTo(ApplicationState.WITHDRAWN);

        Application accepted = room.accepted(1);
        Caller second = room.head(accepted.officeId());
        room.refused(
                "FORBIDDEN",
                () -> room.fire(room.filer(accepted.officeId()), accepted, ApplicationEvent.WITHDRAW, "撤回"));
        Application asked = room.fire(second, accepted, ApplicationEvent.WITHDRAW, "撤回");
        assertThat(asked.state()).isEqualTo(ApplicationState.ACCEPTED);
        room.refused("FORBIDDEN", () -> room.fire(room.leader, asked, ApplicationEvent.CONFIRM, null));
        Application ended = room.fire(room.clerk, asked, ApplicationEvent.CONFIRM, "同意撤回");
        assertThat(ended.state()).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(ended.opinions())
                .extracting(Opinion::event)
                .endsWith(ApplicationEvent.WITHDRAW, ApplicationEvent.CONFIRM);
    }

    @Test
    public void extensionAddsTenDaysOnce_whenTheLeaderConsents() {
        Application a = room.reviewing(0);
        Application asked = room.fire(room.reviewer, a, ApplicationEvent.EXTEND, "需现场核实");
        assertThat(asked.light().dueOn()).isEqualTo(a.light().dueOn());
        Application granted = room.fire(room.leader, asked, ApplicationEvent.CONFIRM, null);
        assertThat(granted.light().dueOn()).isAfter(a.light().dueOn().plusDays(13));
        assertThat(granted.claimedBy())
                .as("an act in place takes the case from nobody")
                .isEqualTo("reviewer");
        room.refused("EXTENDED", () -> room.fire(room.reviewer, granted, ApplicationEvent.EXTEND, "再延"));
    }

    @Test
    public void stepIsInvalid_whenItBringsWhatItsEventHasNot() {
        Application a = room.claim(room.clerk, room.submitted(0));
        room.refused("EVENT", () -> room.fire(room.clerk, a, ApplicationEvent.LAPSE, null));
        room.refused("INVALID", () -> room.fire(room.clerk, a, ApplicationEvent.SEND_TO_REVIEW, " "));
        room.refused("INVALID", () -> room.fire(room.clerk, a, ApplicationEvent.ACCEPT, "长".repeat(501)));
        room.refused("INVALID", () -> room.fire(room.clerk, a, Step.giveBack(null, List.of())));
        room.refused(
                "INVALID",
                () -> room.fire(room.clerk, a, Step.answer(ApplicationEvent.ACCEPT, List.of(new Step.Answer(1, "x")))));
    }
}
