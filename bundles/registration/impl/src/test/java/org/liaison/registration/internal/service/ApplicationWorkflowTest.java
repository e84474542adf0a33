package org.liaison.registration.internal.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.junit.Test;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Role;
import org.liaison.registration.api.ApplicationEvent;
import org.liaison.registration.api.ApplicationState;

public class ApplicationWorkflowTest {
    /** The whole table of domain page 3.1 once more, written by hand: state, event, next state, roles. */
    private static final Map<String, String> EXPECTED =
            """
            null CREATE=DRAFT FIL HED LEG
            null ENTER_LEGACY=REVIEWING CLK
            DRAFT SUBMIT=SUBMITTED FIL HED
            DRAFT WITHDRAW=WITHDRAWN HED
            SUBMITTED WITHDRAW=WITHDRAWN HED
            SUBMITTED TICK=SUBMITTED CLK
            SUBMITTED ANSWER=SUBMITTED CLK
            SUBMITTED RETURN=RETURNED CLK
            SUBMITTED REFUSE_INTAKE=NOT_ACCEPTED CLK
            SUBMITTED ACCEPT=ACCEPTED CLK
            SUBMITTED CLAIM=SUBMITTED CLK
            SUBMITTED RELEASE=SUBMITTED CLK
            SUBMITTED REASSIGN=SUBMITTED CLK
            SUBMITTED CONFIRM=SUBMITTED REV
            SUBMITTED REJECT=SUBMITTED REV
            RETURNED WITHDRAW=WITHDRAWN HED
            RETURNED RESUBMIT=SUBMITTED FIL HED
            RETURNED LAPSE=LAPSED
            ACCEPTED ANSWER=ACCEPTED CLK
            ACCEPTED WITHDRAW=WITHDRAWN HED
            ACCEPTED SEND_TO_REVIEW=REVIEWING CLK
            ACCEPTED EXTEND=ACCEPTED CLK
            ACCEPTED CLAIM=ACCEPTED CLK
            ACCEPTED RELEASE=ACCEPTED CLK
            ACCEPTED REASSIGN=ACCEPTED CLK
            ACCEPTED CONFIRM=ACCEPTED CLK LDR
            ACCEPTED REJECT=ACCEPTED CLK LDR
            REVIEWING ASK_ONSITE=ONSITE REV
            REVIEWING RETURN_TO_CLERK=ACCEPTED REV
            REVIEWING EXTEND=REVIEWING REV
            REVIEWING AGREE=PENDING_APPROVAL REV
            REVIEWING CLAIM=REVIEWING REV
            REVIEWING RELEASE=REVIEWING REV
            REVIEWING REASSIGN=REVIEWING REV
            REVIEWING CONFIRM=REVIEWING LDR
            REVIEWING REJECT=REVIEWING LDR
            ONSITE REPORT_ONSITE=REVIEWING CLK INS
            ONSITE CONFIRM=ONSITE CLK INS
            ONSITE REJECT=ONSITE CLK INS
            PENDING_APPROVAL RETURN_TO_REVIEW=REVIEWING LDR
            PENDING_APPROVAL EXTEND=PENDING_APPROVAL LDR
            PENDING_APPROVAL APPROVE=APPROVED LDR
            PENDING_APPROVAL DENY=DENIED LDR
            PENDING_APPROVAL CLAIM=PENDING_APPROVAL LDR
            PENDING_APPROVAL RELEASE=PENDING_APPROVAL LDR
            PENDING_APPROVAL REASSIGN=PENDING_APPROVAL LDR
            """
                    .lines()
                    .map(line -> line.split("="))
                    .collect(Collectors.toMap(cell -> cell[0], cell -> cell[1]));

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
                                    .hasSize((int) EXPECTED.keySet().stream()
                                            .filter(cell -> cell.startsWith(state + " "))
                                            .count()));
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
        assertThat(ApplicationWorkflow.TABLE.terminal())
                .containsExactlyInAnyOrder(
                        ApplicationState.APPROVED,
                        ApplicationState.DENIED,
                        ApplicationState.NOT_ACCEPTED,
                        ApplicationState.WITHDRAWN,
                        ApplicationState.LAPSED);
        assertThat(fired).containsExactly(ApplicationEvent.values());
    }

    @Test
    public void queueOfARole_holdsTheStatesItClaims() {
        assertThat(ApplicationWorkflow.TABLE.holders(ApplicationState.SUBMITTED))
                .containsExactly(Role.CLK);
        assertThat(ApplicationWorkflow.TABLE.holders(ApplicationState.REVIEWING))
                .containsExactly(Role.REV);
        assertThat(ApplicationWorkflow.TABLE.holders(ApplicationState.PENDING_APPROVAL))
                .containsExactly(Role.LDR);
        assertThat(ApplicationWorkflow.TABLE.holders(ApplicationState.ONSITE)).isEmpty();
    }

    @Test
    public void secondPersons_areAskedForWhatOneMayNotDecideAlone() {
        assertThat(ApplicationWorkflow.TABLE.steps().stream()
                        .filter(step -> !step.confirmedBy().isEmpty())
                        .map(step -> step.from() + " " + step.event() + " " + step.confirmedBy()))
                .containsExactlyInAnyOrder(
                        "SUBMITTED REFUSE_INTAKE [REV]",
                        "ACCEPTED WITHDRAW [CLK]",
                        "ACCEPTED EXTEND [LDR]",
                        "REVIEWING EXTEND [LDR]",
                        "ONSITE REPORT_ONSITE [CLK, INS]");
    }

    @Test
    public void checkReviewAndApproval_areApart() {
        assertThat(ApplicationWorkflow.TABLE.apartFrom(Role.CLK)).containsExactly(Role.REV, Role.LDR);
        assertThat(ApplicationWorkflow.TABLE.apartFrom(Role.REV)).containsExactly(Role.CLK, Role.LDR, Role.INS);
        assertThat(ApplicationWorkflow.TABLE.apartFrom(Role.LDR)).containsExactly(Role.CLK, Role.REV, Role.INS);
        assertThat(ApplicationWorkflow.TABLE.apartFrom(Role.HED)).isEmpty();
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
