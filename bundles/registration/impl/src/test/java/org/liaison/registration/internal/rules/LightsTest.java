package org.liaison.registration.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.Test;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Light;
import org.liaison.registration.api.Light.Colour;
import org.liaison.registration.api.Light.Kind;
import org.liaison.registration.internal.rules.Lights.Facts;

public class LightsTest {
    private final CsvRuleBook book = new CsvRuleBook();

    private Light on(String day, Facts facts) {
        return new Lights(book, LocalDate.parse(day)).of(facts).orElseThrow();
    }

    private static Facts submitted(String on) {
        return new Facts(ApplicationState.SUBMITTED, LocalDate.parse(on), null, null, false, null, false);
    }

    private static Facts decided(String on, boolean waiting) {
        return new Facts(ApplicationState.APPROVED, null, null, null, false, LocalDate.parse(on), waiting);
    }

    private static Facts returned(String due) {
        return new Facts(ApplicationState.RETURNED, null, LocalDate.parse(due), null, false, null, false);
    }

    @Test
    public void intakeTurnsYellowAtHalf_redAtFourFifths_andIsOverdueTheDayAfter() {
        // 5 working days from Thursday 5 March: due on Thursday 12 March
        Facts facts = submitted("2026-03-05");

        assertThat(on("2026-03-05", facts).colour()).isEqualTo(Colour.GREEN);
        assertThat(on("2026-03-09", facts).colour()).as("2 of 5").isEqualTo(Colour.GREEN);
        assertThat(on("2026-03-10", facts).colour()).as("3 of 5").isEqualTo(Colour.YELLOW);
        assertThat(on("2026-03-11", facts).colour()).as("4 of 5").isEqualTo(Colour.RED);
        assertThat(on("2026-03-12", facts).colour()).as("last day").isEqualTo(Colour.RED);
        assertThat(on("2026-03-13", facts).colour()).isEqualTo(Colour.OVERDUE);
        assertThat(on("2026-03-13", facts).dueOn()).isEqualTo("2026-03-12");
    }

    @Test
    public void decisionRunsFromAcceptance_longerWhenExtended() {
        Facts plain =
                new Facts(ApplicationState.REVIEWING, null, null, LocalDate.parse("2026-03-09"), false, null, false);
        Facts extended =
                new Facts(ApplicationState.ONSITE, null, null, LocalDate.parse("2026-03-09"), true, null, false);

        assertThat(on("2026-04-08", plain).colour()).isEqualTo(Colour.OVERDUE);
        assertThat(on("2026-04-08", extended).colour()).isEqualTo(Colour.YELLOW);
        assertThat(on("2026-04-08", extended).dueOn()).isEqualTo("2026-04-21");
    }

    @Test
    public void correctionTurnsOnTheDaysOfItsReminders() {
        // Tuesday; Saturday 28 February is a make-up working day
        Facts facts = returned("2026-03-03");

        assertThat(on("2026-02-24", facts).colour()).isEqualTo(Colour.GREEN);
        assertThat(on("2026-02-25", facts).colour()).isEqualTo(Colour.YELLOW);
        assertThat(on("2026-03-01", facts).colour()).isEqualTo(Colour.YELLOW);
        assertThat(on("2026-03-02", facts).colour()).isEqualTo(Colour.RED);
        assertThat(on("2026-03-03", facts).colour()).isEqualTo(Colour.RED);
        assertThat(on("2026-03-03", facts).since()).isNull();
    }

    @Test
    public void handoverRunsWhileTheCertificateWaits() {
        assertThat(on("2026-03-03", decided("2026-03-02", true)).kind()).isEqualTo(Kind.HANDOVER);
        assertThat(on("2026-03-03", decided("2026-03-02", true)).dueOn()).isEqualTo("2026-03-16");
        assertThat(new Lights(book, LocalDate.parse("2026-03-03")).of(decided("2026-03-02", false)))
                .isEmpty();
    }

    @Test
    public void startedByIsTheLatestStartThatIsTooLate() {
        Lights lights = new Lights(book, LocalDate.parse("2026-03-13"));
        LocalDate since = lights.startedBy(Kind.INTAKE, false, Colour.OVERDUE);

        assertThat(lights.of(submitted(since.toString())).orElseThrow().colour())
                .isEqualTo(Colour.OVERDUE);
        assertThat(lights.of(submitted(since.plusDays(1).toString()))
                        .orElseThrow()
                        .colour())
                .isNotEqualTo(Colour.OVERDUE);
    }

    @Test
    public void isProvisional_whenTheYearHasNoCalendar() {
        assertThat(on("2028-03-06", submitted("2028-03-06")).provisional()).isTrue();
        assertThat(on("2026-03-06", submitted("2026-03-06")).provisional()).isFalse();
    }
}
