package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.when;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Accounts.Holder;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationCount;
import org.liaison.registration.api.ApplicationFilter;
import org.liaison.registration.api.ApplicationFilter.Claim;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Colleague;
import org.liaison.registration.api.Step;

public class ApplicationBureauTest {
    @Rule
    public final FilingRoom room = new FilingRoom();

    @Test
    public void counts_areThoseOfTheList_byState() {
        room.draft(0);
        room.submitted(1);
        room.claim(room.clerk, room.submitted(2));
        room.accepted(3);

        assertThat(counts(ApplicationFilter.ALL))
                .containsExactly(
                        new ApplicationCount(ApplicationState.SUBMITTED, 2),
                        new ApplicationCount(ApplicationState.ACCEPTED, 1));
        assertThat(counts(new ApplicationFilter(null, null, Claim.FREE, null, null, null)))
                .containsExactly(new ApplicationCount(ApplicationState.SUBMITTED, 1));
    }

    @Test
    public void whatWasNotCorrectedInTime_countsAsLapsed() {
        Application returned = room.fire(
                room.clerk,
                room.claim(room.clerk, room.submitted(0)),
                Step.giveBack(null, List.of(new Step.Defect("phone", "请核对", null))));
        assertThat(counts(ApplicationFilter.ALL)).containsExactly(new ApplicationCount(ApplicationState.RETURNED, 1));

        room.door.today = returned.review().notices().get(0).dueOn().plusDays(1);
        assertThat(counts(ApplicationFilter.ALL)).containsExactly(new ApplicationCount(ApplicationState.LAPSED, 1));
    }

    @Test
    public void colleagues_areThoseOfTheRole_withTheirNames() {
        when(room.accounts.holders(eq(Role.CLK), argThat(scopes -> scopes.contains(Scope.ALL)), any(), anyInt()))
                .thenReturn(List.of(new Holder("clerk", Scope.ALL), new Holder("gone", Scope.ALL)));
        room.known("clerk", Role.CLK, Scope.ALL);

        assertThat(room.applications.colleagues(room.clerk, Role.CLK)).containsExactly(new Colleague("clerk", "某人"));
        assertThatThrownBy(() -> room.applications.colleagues(room.clerk, Role.HED))
                .isInstanceOf(Invalid.class);
        assertThatThrownBy(() -> room.applications.colleagues(room.clerk, null)).isInstanceOf(Invalid.class);
    }

    private List<ApplicationCount> counts(ApplicationFilter filter) {
        return room.applications.counts(room.clerk, filter);
    }
}
