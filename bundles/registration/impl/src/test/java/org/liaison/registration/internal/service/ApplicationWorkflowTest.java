package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.Test;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Role;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;

public class ApplicationWorkflowTest {
    /** The whole table of the main way once more, written by hand: state, event, next state, roles. */
    private static final Map<String, String> EXPECTED = Map.of(
            "null CREATE", "DRAFT FIL HED",
            "DRAFT SUBMIT", "SUBMITTED FIL HED",
            "SUBMITTED ACCEPT", "ACCEPTED CLK",
            "ACCEPTED SEND_TO_REVIEW", "REVIEWING CLK",
            "REVIEWING AGREE", "PENDING_APPROVAL REV",
            "PENDING_APPROVAL APPROVE", "APPROVED LDR");

    @Test
    public void everyCell_answersAsTheDomainSays() {
        SoftAssertions all = new SoftAssertions();
        for (ApplicationState state : states()) {
            for (ApplicationEvent event : ApplicationEvent.values()) {
                String cell = state + " " + event;
                List<String> expected =
                        Arrays.asList(EXPECTED.getOrDefault(cell, "REFUSED").split(" "));
                all.assertThat(fired(state, event)).as(cell).isEqualTo(expected.get(0));
                for (Role role : Role.values()) {
                    all.assertThat(ApplicationWorkflow.TABLE.legal(state, role).contains(event))
                            .as(cell + " by " + role)
                            .isEqualTo(expected.subList(1, expected.size()).contains(role.name()));
                }
            }
        }
        all.assertAll();
    }

    @Test
    public void refusal_namesTheLegalEvents_inEveryState() {
        SoftAssertions all = new SoftAssertions();
        for (ApplicationState state : ApplicationState.values()) {
            for (ApplicationEvent event : ApplicationEvent.values()) {
                if (!EXPECTED.containsKey(state + " " + event)) {
                    all.assertThatThrownBy(() -> ApplicationWorkflow.TABLE.fire(state, event))
                            .isInstanceOfSatisfying(Conflict.class, e -> all.assertThat(e.legal())
                                    .hasSize(state == ApplicationState.APPROVED ? 0 : 1));
                }
            }
        }
        all.assertAll();
    }

    @Test
    public void everyStateAndEvent_isReachable() {
        EnumSet<ApplicationState> reached = EnumSet.noneOf(ApplicationState.class);
        EnumSet<ApplicationEvent> fired = EnumSet.noneOf(ApplicationEvent.class);
        ApplicationWorkflow.TABLE.steps().forEach(step -> {
            reached.add(step.to());
            fired.add(step.event());
        });
        assertThat(reached).containsExactly(ApplicationState.values());
        assertThat(fired).containsExactly(ApplicationEvent.values());
    }

    @Test
    public void queueOfARole_holdsTheStatesThatWaitForIt() {
        assertThat(ApplicationWorkflow.TABLE.waitingFor(Role.CLK))
                .containsExactly(ApplicationState.SUBMITTED, ApplicationState.ACCEPTED);
        assertThat(ApplicationWorkflow.TABLE.waitingFor(Role.REV)).containsExactly(ApplicationState.REVIEWING);
        assertThat(ApplicationWorkflow.TABLE.waitingFor(Role.LDR)).containsExactly(ApplicationState.PENDING_APPROVAL);
        assertThat(ApplicationWorkflow.TABLE.waitingFor(Role.AUD)).isEmpty();
    }

    @Test
    public void firing_isRefused_whenTheCaseIsClosed() {
        assertThatThrownBy(() -> ApplicationWorkflow.TABLE.fire(ApplicationState.APPROVED, ApplicationEvent.APPROVE))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("准予备案");
    }

    private static List<ApplicationState> states() {
        List<ApplicationState> states = new ArrayList<>(List.of(ApplicationState.values()));
        states.add(null);
        return states;
    }

    private static String fired(ApplicationState state, ApplicationEvent event) {
        try {
            return ApplicationWorkflow.TABLE.fire(state, event).name();
        } catch (Conflict refused) {
            return "REFUSED";
        }
    }
}
