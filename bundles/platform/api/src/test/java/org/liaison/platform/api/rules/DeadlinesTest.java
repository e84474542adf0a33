package org.liaison.platform.api.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.Test;

public class DeadlinesTest {
    private final Deadlines deadlines = new Deadlines(Vectors.calendar());

    @Test
    public void agreesWithEveryChangeVector() {
        List<String[]> rows = Vectors.rows("change-deadlines.csv");
        assertThat(rows).hasSize(36);
        rows.forEach(r -> assertDue(r[0], r[1], r[2]));
    }

    @Test
    public void agreesWithTheTableOfTheRule() {
        assertDue("2025-12-02", "2026-01-01", "2026-01-04");
        assertDue("2026-01-15", "2026-02-14", "2026-02-14");
        assertDue("2026-01-20", "2026-02-19", "2026-02-24");
        assertDue("2026-01-29", "2026-02-28", "2026-02-28");
        assertDue("2026-01-31", "2026-03-02", "2026-03-02");
        assertDue("2026-03-05", "2026-04-04", "2026-04-07");
        assertDue("2026-04-10", "2026-05-10", "2026-05-11");
        assertDue("2026-04-15", "2026-05-15", "2026-05-15");
        assertDue("2026-08-21", "2026-09-20", "2026-09-20");
        assertDue("2026-09-01", "2026-10-01", "2026-10-08");
    }

    @Test
    public void isProvisional_whenTheNextYearsNoticeIsNotLoaded() {
        Deadline last = deadlines.calendarDays(LocalDate.of(2026, 12, 1), 30, true);
        assertThat(last.effectiveDueOn()).isEqualTo("2026-12-31");
        assertThat(last.provisional()).isFalse();
        Deadline first = deadlines.calendarDays(LocalDate.of(2026, 12, 2), 30, true);
        assertThat(first.dueOn()).isEqualTo("2027-01-01");
        assertThat(first.provisional()).isTrue();
        assertThat(deadlines.workingDays(LocalDate.of(2026, 12, 30), 1).provisional())
                .isFalse();
        assertThat(deadlines.workingDays(LocalDate.of(2026, 12, 31), 1).provisional())
                .isTrue();
    }

    @Test
    public void doesNotRoll_whenTheSettingSaysNo() {
        Deadline due = deadlines.calendarDays(LocalDate.of(2025, 12, 2), 30, false);
        assertThat(due).isEqualTo(new Deadline(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 1), false));
    }

    @Test
    public void countsTheLeapDay() {
        assertThat(deadlines.calendarDays(LocalDate.of(2024, 2, 28), 1, false).dueOn())
                .isEqualTo("2024-02-29");
        assertThat(deadlines.calendarDays(LocalDate.of(2025, 2, 28), 1, false).dueOn())
                .isEqualTo("2025-03-01");
        assertThat(deadlines.workingDays(LocalDate.of(2024, 2, 28), 1).dueOn()).isEqualTo("2024-02-29");
    }

    @Test
    public void agreesWithEveryWorkingDayVector() {
        List<String[]> rows = Vectors.rows("working-days.csv");
        assertThat(rows).hasSize(24);
        for (String[] row : rows) {
            Deadline due = deadlines.workingDays(LocalDate.parse(row[0]), Integer.parseInt(row[1]));
            assertThat(due).as(row[0]).isEqualTo(new Deadline(LocalDate.parse(row[2]), LocalDate.parse(row[2]), false));
        }
    }

    @Test
    public void isLateFromMidnightInShanghai_whateverTheServersZone() {
        LocalDate day = LocalDate.of(2026, 3, 31);
        Deadline due = new Deadline(day, day, false);
        assertThat(due.end()).isEqualTo("2026-03-31T16:00:00Z");
        Instant last = at("2026-03-31T23:59:59.999+08:00");
        assertThat(due.late(last)).isFalse();
        assertThat(due.daysLate(last)).isZero();
        Instant first = at("2026-04-01T00:00:00+08:00");
        assertThat(due.late(first)).isTrue();
        assertThat(due.daysLate(first)).isEqualTo(1);
        assertThat(due.daysLate(at("2026-04-10T23:59:59+08:00"))).isEqualTo(10);
    }

    @Test
    public void countsWholeDays_inAYearOfDaylightSaving() {
        LocalDate day = LocalDate.of(1986, 5, 3);
        Deadline due = new Deadline(day, day, false);
        assertThat(due.end())
                .isEqualTo(LocalDate.of(1986, 5, 4).atStartOfDay(Deadlines.ZONE).toInstant());
        assertThat(due.daysLate(due.end())).isEqualTo(1);
        assertThat(due.daysLate(due.end().plusSeconds(23 * 3600))).isEqualTo(2);
    }

    @Test
    public void measuresLatenessFromTheRolledDay() {
        Deadline due = deadlines.calendarDays(LocalDate.of(2026, 4, 10), 30, true);
        assertThat(due.late(at("2026-05-11T12:00:00+08:00"))).isFalse();
        assertThat(due.daysLate(at("2026-05-12T00:00:00+08:00"))).isEqualTo(1);
    }

    @Test
    public void refusesAPeriodOfNoDays() {
        LocalDate day = LocalDate.of(2026, 1, 5);
        assertThatThrownBy(() -> deadlines.calendarDays(day, 0, true)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> deadlines.workingDays(day, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Deadline(day, day.minusDays(1), false))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void assertDue(String changedOn, String dueOn, String effective) {
        assertThat(deadlines.calendarDays(LocalDate.parse(changedOn), 30, true))
                .as(changedOn)
                .isEqualTo(new Deadline(LocalDate.parse(dueOn), LocalDate.parse(effective), false));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
