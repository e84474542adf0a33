package org.liaison.registration.internal.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.notice.Duty;
import org.liaison.platform.api.notice.Duty.Reminder;
import org.liaison.platform.api.notice.Recipient;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.internal.rules.CsvRuleBook;
import org.liaison.registration.internal.rules.Lights;
import org.liaison.registration.internal.store.OpenCase;

public class CaseDutiesTest {
    private final CaseDuties duties = new CaseDuties(new Lights(new CsvRuleBook(), day("2026-03-05")));

    private static OpenCase open(
            ApplicationState state, String holder, String submitted, String due, String accepted, boolean extended) {
        return new OpenCase(
                "app-1",
                "SQ-20260305-0001",
                "office-1",
                "370200",
                state,
                holder,
                day(submitted),
                day(due),
                day(accepted),
                extended);
    }

    private static LocalDate day(String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static LocalDate on(Duty duty, String rule) {
        return duty.reminders().stream()
                .filter(reminder -> reminder.rule().equals(rule))
                .map(Reminder::on)
                .findFirst()
                .orElseThrow();
    }

    private static Set<Role> told(Duty duty, String rule) {
        return duty.reminders().stream()
                .filter(reminder -> reminder.rule().equals(rule))
                .flatMap(reminder -> reminder.to().stream())
                .map(Recipient::role)
                .collect(Collectors.toSet());
    }

    @Test
    public void correction_remindsTheOfficeFiveAndOneWorkingDaysBefore_andWhenItHasLapsed() {
        // Saturday 28 February is a make-up working day, 15 to 23 February are the Spring Festival
        Duty duty = duties.of(open(ApplicationState.RETURNED, null, null, "2026-03-03", null, false))
                .orElseThrow();

        assertThat(duty.dueOn()).isEqualTo("2026-03-03");
        assertThat(duty.reminders())
                .extracting(Reminder::on)
                .containsExactly(day("2026-02-25"), day("2026-03-02"), day("2026-03-04"));
        assertThat(duty.reminders()).extracting(Reminder::occasion).doesNotHaveDuplicates();
        assertThat(duty.reminders()).allSatisfy(reminder -> assertThat(reminder.to())
                .containsExactly(Recipient.office(Role.FIL, "office-1"), Recipient.office(Role.HED, "office-1")));
        assertThat(duty.reminders().get(0).facts()).containsEntry("due", "2026年3月3日");
    }

    @Test
    public void correction_countsWeekends_whenTheYearHasNoCalendar() {
        Duty duty = duties.of(open(ApplicationState.RETURNED, null, null, "2028-03-06", null, false))
                .orElseThrow();

        assertThat(duty.reminders())
                .extracting(Reminder::on)
                .containsExactly(day("2028-02-28"), day("2028-03-03"), day("2028-03-07"));
    }

    @Test
    public void intake_remindsAtHalfFourFifthsAndWhenOverdue() {
        // 5 working days from Thursday 5 March: due on Thursday 12 March
        Duty duty = duties.of(open(ApplicationState.SUBMITTED, null, "2026-03-05", null, null, false))
                .orElseThrow();

        assertThat(duty.dueOn()).isEqualTo("2026-03-12");
        assertThat(on(duty, "registration.clock.half")).as("3 of 5").isEqualTo("2026-03-10");
        assertThat(on(duty, "registration.clock.most")).as("4 of 5").isEqualTo("2026-03-11");
        assertThat(on(duty, "registration.clock.overdue")).isEqualTo("2026-03-13");
        assertThat(duty.reminders().get(0).facts()).containsEntry("step", "受理");
    }

    @Test
    public void decision_runsFromAcceptance_andTenDaysMoreWhenExtended() {
        assertThat(duties.of(open(ApplicationState.REVIEWING, null, "2026-03-05", null, "2026-03-09", false))
                        .orElseThrow()
                        .dueOn())
                .isEqualTo("2026-04-07");
        assertThat(duties.of(open(ApplicationState.REVIEWING, null, "2026-03-05", null, "2026-03-09", true))
                        .orElseThrow()
                        .dueOn())
                .isEqualTo("2026-04-21");
    }

    @Test
    public void clock_remindsWhoseTurnItIs_andEverybodyWhenItIsOverdue() {
        for (ApplicationState state :
                List.of(ApplicationState.ACCEPTED, ApplicationState.REVIEWING, ApplicationState.PENDING_APPROVAL)) {
            Role role = state == ApplicationState.ACCEPTED
                    ? Role.CLK
                    : state == ApplicationState.REVIEWING ? Role.REV : Role.LDR;
            Duty duty = duties.of(open(state, "li.na", "2026-03-05", null, "2026-03-09", false))
                    .orElseThrow();

            assertThat(told(duty, "registration.clock.half")).containsExactly(role);
            assertThat(told(duty, "registration.clock.most")).containsExactly(role);
            assertThat(told(duty, "registration.clock.overdue"))
                    .containsExactlyInAnyOrder(Role.CLK, Role.REV, Role.LDR);
            assertThat(duty.reminders().get(0).to())
                    .containsExactly(new Recipient(role, Set.of(Scope.ALL, Scope.city("370200")), "li.na"));
        }
    }

    @Test
    public void nothingIsDue_whenTheCaseIsAtItsEnd() {
        assertThat(duties.of(open(ApplicationState.APPROVED, null, "2026-03-05", null, "2026-03-09", false)))
                .isEmpty();
    }
}
