package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.registration.api.Application;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Review;
import org.liaison.registration.api.Step;

public class ApplicationVisitsTest {
    private static final Step.Findings FOUND = new Step.Findings(OpenDoor.TODAY, "样例办事处", "三间办公室，与申报一致");

    @Rule
    public final FilingRoom room = new FilingRoom();

    private Application asked() {
        room.known("other", Role.CLK, Scope.ALL);
        room.known("inspector", Role.INS, new Scope(Scope.Kind.TASK, "earlier"));
        return room.fire(room.reviewer, room.reviewing(0), Step.askOnSite("办公地点有疑问", List.of("other", "inspector")));
    }

    private static Caller inspector(Application a) {
        return Samples.caller("inspector", Role.INS, new Scope(Scope.Kind.TASK, a.id()));
    }

    @Test
    public void checkBindsTheInspectorToTheTask_andTheClerkToNothing() {
        Application a = asked();
        assertThat(a.state()).isEqualTo(ApplicationState.ONSITE);
        Binding task = new Binding(Role.INS, new Scope(Scope.Kind.TASK, a.id()), null);
        verify(room.accounts).bind(any(), eq("inspector"), eq(task));
        verify(room.accounts, never()).bind(any(), eq("other"), any());
    }

    @Test
    public void checkIsRefused_whenAPersonMayNotGo() {
        Application a = room.reviewing(0);
        room.known("other", Role.CLK, Scope.ALL);
        room.known("reviewer", Role.CLK, Scope.ALL);
        room.refused("INVALID", () -> room.fire(room.reviewer, a, Step.askOnSite("有疑问", List.of("other", "other"))));
        room.refused("MEMBER", () -> room.fire(room.reviewer, a, Step.askOnSite("有疑问", List.of("other", "nobody"))));
        room.refused(
                "SAME_PERSON", () -> room.fire(room.reviewer, a, Step.askOnSite("有疑问", List.of("other", "reviewer"))));
    }

    @Test
    public void reportNeedsPhotosAndBothPersons_andEndsTheTask() {
        Application a = asked();
        Caller inspector = inspector(a);
        room.refused("PHOTOS_MISSING", () -> room.fire(inspector, a, Step.reportOnSite(null, FOUND)));
        room.refused("NOT_MEMBER", () -> room.fire(room.clerk, a, Step.reportOnSite(null, FOUND)));
        Application pictured = room.file(inspector, a, "ONSITE");
        Application reported = room.fire(inspector, pictured, Step.reportOnSite("属实", FOUND));
        assertThat(reported.state()).isEqualTo(ApplicationState.ONSITE);
        assertThat(reported.review().visits())
                .extracting(Review.Visit::findings, Review.Visit::reportedBy)
                .containsExactly(tuple(FOUND, "inspector"));
        room.refused("SAME_PERSON", () -> room.fire(inspector, reported, ApplicationEvent.CONFIRM, null));
        room.refused("NOT_MEMBER", () -> room.fire(room.clerk, reported, ApplicationEvent.CONFIRM, null));

        Application back = room.fire(room.other, reported, ApplicationEvent.CONFIRM, "一致");
        assertThat(back.state()).isEqualTo(ApplicationState.REVIEWING);
        verify(room.accounts)
                .end(any(), eq(new Scope(Scope.Kind.TASK, a.id())), eq(Role.INS), eq(OpenDoor.TODAY), isNull());
        assertThatThrownBy(() -> room.applications.get(inspector, a.id())).isInstanceOf(NotFound.class);
        room.refused("SAME_PERSON", () -> room.claim(room.bureau("other", Role.REV), back));
        assertThat(room.claim(room.reviewer, back).claimedBy()).isEqualTo("reviewer");
    }
}
