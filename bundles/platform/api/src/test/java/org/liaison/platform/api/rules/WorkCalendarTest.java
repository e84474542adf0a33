package org.liaison.platform.api.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.Test;

public class WorkCalendarTest {
    private final WorkCalendar calendar = Vectors.calendar();

    @Test
    public void followsTheNotice_beforeTheWeekday() {
        assertThat(calendar.workday(LocalDate.of(2026, 1, 1))).isFalse();
        assertThat(calendar.workday(LocalDate.of(2026, 1, 4)))
                .as("make-up Sunday")
                .isTrue();
        assertThat(calendar.workday(LocalDate.of(2026, 5, 10)))
                .as("plain Sunday")
                .isFalse();
        assertThat(calendar.workday(LocalDate.of(2026, 5, 11))).isTrue();
    }

    @Test
    public void knowsTheYearsOfItsNotices() {
        assertThat(calendar.years()).containsExactlyInAnyOrder(2024, 2025, 2026);
        assertThat(calendar.known(LocalDate.of(2026, 12, 31))).isTrue();
        assertThat(calendar.known(LocalDate.of(2027, 1, 1))).isFalse();
        assertThat(calendar.known(LocalDate.of(2025, 12, 31), LocalDate.of(2026, 1, 1)))
                .isTrue();
        assertThat(calendar.known(LocalDate.of(2026, 12, 31), LocalDate.of(2027, 1, 1)))
                .isFalse();
        assertThat(calendar.known(LocalDate.of(2023, 12, 31), LocalDate.of(2024, 1, 2)))
                .isFalse();
    }

    @Test
    public void findsTheNextWorkday_acrossAHoliday() {
        assertThat(calendar.workdayFrom(LocalDate.of(2026, 10, 1))).isEqualTo("2026-10-08");
        assertThat(calendar.workdayFrom(LocalDate.of(2026, 10, 8))).isEqualTo("2026-10-08");
    }
}
