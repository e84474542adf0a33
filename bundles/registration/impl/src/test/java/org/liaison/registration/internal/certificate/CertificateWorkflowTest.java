package org.liaison.registration.internal.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.Test;
import org.liaison.platform.api.Role;
import org.liaison.registration.api.CertificateEvent;
import org.liaison.registration.api.CertificateState;

public class CertificateWorkflowTest {
    /** The whole table once more, written by hand: state, event, next state, role; claimed rows end with *. */
    private static final Map<String, String> EXPECTED = Map.of(
            "null ISSUE", "TO_PRINT SYS",
            "TO_PRINT PRINT", "PRINTED CLK *",
            "TO_PRINT CLAIM", "TO_PRINT CLK",
            "TO_PRINT RELEASE", "TO_PRINT CLK *",
            "TO_PRINT REASSIGN", "TO_PRINT CLK *",
            "PRINTED SPOIL", "TO_PRINT CLK",
            "PRINTED HAND_OVER", "VALID CLK",
            "VALID SUPERSEDE", "SUPERSEDED SYS");

    @Test
    public void everyCell_answersAsTheDomainSays() {
        SoftAssertions all = new SoftAssertions();
        List<CertificateState> states = new ArrayList<>(Arrays.asList(CertificateState.values()));
        states.add(null);
        for (CertificateState state : states) {
            for (CertificateEvent event : CertificateEvent.values()) {
                String cell = state + " " + event;
                List<String> expected =
                        List.of(EXPECTED.getOrDefault(cell, "REFUSED").split(" "));
                var step = CertificateWorkflow.TABLE.step(state, event);
                all.assertThat(step.map(s -> s.to().name()).orElse("REFUSED"))
                        .as(cell)
                        .isEqualTo(expected.get(0));
                all.assertThat(step.isPresent() && step.get().claimed())
                        .as(cell + " claimed")
                        .isEqualTo(expected.contains("*"));
                for (Role role : Role.values()) {
                    all.assertThat(CertificateWorkflow.TABLE.legal(state, role).contains(event))
                            .as(cell + " by " + role)
                            .isEqualTo(expected.subList(1, expected.size()).contains(role.name()));
                }
            }
        }
        all.assertAll();
    }

    @Test
    public void everyRow_namesItsSource() {
        assertThat(CertificateWorkflow.TABLE.steps())
                .allSatisfy(step -> assertThat(step.source()).startsWith("["));
    }
}
