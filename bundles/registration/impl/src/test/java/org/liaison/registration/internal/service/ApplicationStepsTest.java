package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Accounts;
import org.liaison.platform.api.Attachments;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.Application.Opinion;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Form;
import org.liaison.registration.api.Office;
import org.liaison.registration.internal.store.ApplicationRows;
import org.liaison.registration.internal.store.RegistrationDatabase;

public class ApplicationStepsTest {
    @Rule
    public final RegistrationDatabase database = new RegistrationDatabase();

    private final OpenDoor door = new OpenDoor();
    private final Accounts accounts = mock(Accounts.class);
    private final Caller clerk = Samples.caller("clerk", Role.CLK, Scope.ALL);
    private final Caller other = Samples.caller("other", Role.CLK, Scope.ALL);
    private final Caller reviewer = Samples.caller("reviewer", Role.REV, Scope.ALL);
    private final Caller clerkAsReviewer = Samples.caller("clerk", Role.REV, Scope.ALL);
    private ApplicationSteps steps;
    private ApplicationCases cases;
    private String id;

    @Before
    public void submitted() {
        IdentityReferences identities = new IdentityReferences(new PlainIdentityNumbers());
        ApplicationViews views = new ApplicationViews(identities, mock(Attachments.class));
        cases = new ApplicationCases(door, database, views);
        steps = new ApplicationSteps(accounts, cases);
        Form form = Samples.forms().get(0);
        Office office = new JpaOffices(door, accounts, database, null)
                .open(clerk, Samples.opening(form), null)
                .office();
        Caller head = Samples.caller("head.one", Role.HED, Scope.office(office.id()));
        id = new ApplicationDrafts(door, database, identities, views, cases)
                .create(head, office.id(), null)
                .id();
        database.tx(manager ->
                new ApplicationRows(manager).load(Scope.ALL, id).orElseThrow().moveTo(ApplicationState.SUBMITTED));
    }

    @Test
    public void stepsLeadToTheApproval_whenEachHoldsTheCase() {
        claim(clerk);
        assertThat(steps.accept(clerk, id, version(), null, null).claimedBy()).isEqualTo("clerk");
        assertThat(steps.sendToReview(clerk, id, version(), "材料齐全", null).claimedBy())
                .isNull();
        claim(reviewer);
        Application agreed = steps.agree(reviewer, id, version(), "同意", null);

        assertThat(agreed.state()).isEqualTo(ApplicationState.PENDING_APPROVAL);
        assertThat(agreed.claimedBy()).isNull();
        assertThat(agreed.opinions())
                .extracting(Opinion::event)
                .containsExactly(ApplicationEvent.ACCEPT, ApplicationEvent.SEND_TO_REVIEW, ApplicationEvent.AGREE);
        assertThat(agreed.opinions()).extracting(Opinion::account).containsExactly("clerk", "clerk", "reviewer");
        assertThat(seen()).isEqualTo(agreed);
    }

    @Test
    public void acceptConflicts_whenNobodyClaimedTheCase() {
        conflict("NOT_CLAIMED", () -> steps.accept(clerk, id, version(), null, null));
        assertThat(seen().opinions()).isEmpty();
    }

    @Test
    public void acceptConflicts_whenAnotherHoldsTheCase() {
        claim(other);
        conflict("NOT_CLAIMED", () -> steps.accept(clerk, id, version(), null, null));
        conflict("CLAIMED", () -> steps.claim(clerk, id, version(), null));
    }

    @Test
    public void claimConflicts_whenTheCaseIsNotInOnesQueue() {
        conflict("ILLEGAL_TRANSITION", () -> steps.claim(reviewer, id, version(), null));
    }

    @Test
    public void agreeConflicts_whenTheStateIsAnEarlierOne() {
        claim(clerk);
        conflict("ILLEGAL_TRANSITION", () -> steps.agree(reviewer, id, version(), "同意", null));
    }

    @Test
    public void claimConflicts_whenTheClerkWouldReviewTheSameCase() {
        claim(clerk);
        steps.accept(clerk, id, version(), null, null);
        steps.sendToReview(clerk, id, version(), "材料齐全", null);
        conflict("SAME_PERSON", () -> steps.claim(clerkAsReviewer, id, version(), null));
    }

    @Test
    public void releaseFreesTheCase_whenOneHoldsIt() {
        claim(clerk);
        assertThat(steps.release(clerk, id, version(), null).claimedBy()).isNull();
        conflict("NOT_CLAIMED", () -> steps.release(clerk, id, version(), null));
        assertThat(claim(other).claimedBy()).isEqualTo("other");
    }

    @Test
    public void reassignHandsTheCaseOver_whenTheColleagueHasTheRole() {
        Account colleague =
                new Account("other", "某人", "ACTIVE", false, List.of(new Binding(Role.CLK, Scope.ALL, OpenDoor.TODAY)));
        when(accounts.find("other")).thenReturn(Optional.of(colleague));
        claim(clerk);
        assertThat(steps.reassign(clerk, id, version(), "other", null).claimedBy())
                .isEqualTo("other");
    }

    @Test
    public void reassignIsInvalid_whenTheAccountHasAnotherOrAnEndedRole() {
        Account colleague = new Account(
                "other",
                "某人",
                "ACTIVE",
                false,
                List.of(
                        new Binding(Role.REV, Scope.ALL, null),
                        new Binding(Role.CLK, Scope.ALL, OpenDoor.TODAY.minusDays(1))));
        when(accounts.find("other")).thenReturn(Optional.of(colleague));
        claim(clerk);
        assertThatThrownBy(() -> steps.reassign(clerk, id, version(), "other", null))
                .isInstanceOf(Invalid.class);
        assertThat(seen().claimedBy()).isEqualTo("clerk");
    }

    @Test
    public void sendToReviewIsInvalid_whenTheOpinionIsMissingOrTooLong() {
        assertThatThrownBy(() -> steps.sendToReview(clerk, id, 1, " ", null)).isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> steps.sendToReview(clerk, id, 1, "长".repeat(501), null))
                .isInstanceOf(Invalid.class);
    }

    private Application claim(Caller who) {
        return steps.claim(who, id, version(), null);
    }

    private long version() {
        return seen().version();
    }

    private Application seen() {
        return cases.view(Scope.ALL, reviewer, id);
    }

    private static void conflict(String code, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Conflict.class, e -> assertThat(e.code())
                .isEqualTo(code));
    }
}
