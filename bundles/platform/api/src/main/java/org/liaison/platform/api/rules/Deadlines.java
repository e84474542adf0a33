package org.liaison.platform.api.rules;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Objects;

/**
 * Arithmetic of periods (期限计算), domain page 4.1. The day of the event does not count (民法典 art. 201); lengths come from the
 * {@link RuleBook}. Immutable.
 */
public final class Deadlines {
    /** The one time zone of every rule. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final WorkCalendar calendar;

    public Deadlines(WorkCalendar calendar) {
        this.calendar = Objects.requireNonNull(calendar, "calendar");
    }

    /**
     * A period in calendar days (日): the n-th day after the event.
     *
     * @param event day of the event, which does not count
     * @param days length, at least 1
     * @param rollForward whether a last day that is a rest day moves to the first working day after it (art. 203)
     */
    public Deadline calendarDays(LocalDate event, int days, boolean rollForward) {
        positive(days);
        LocalDate due = event.plusDays(days);
        if (!rollForward) {
            return new Deadline(due, due, false);
        }
        LocalDate effective = calendar.workdayFrom(due);
        return new Deadline(due, effective, !calendar.known(due, effective));
    }

    /**
     * A period in working days (工作日): off days are skipped, make-up working days count; it ends on a working day by itself.
     *
     * @param event day of the event, which does not count, whatever day it is
     * @param days length, at least 1
     */
    public Deadline workingDays(LocalDate event, int days) {
        positive(days);
        LocalDate due = event;
        for (int left = days; left > 0; left--) {
            due = calendar.workdayFrom(due.plusDays(1));
        }
        return new Deadline(due, due, !calendar.known(event.plusDays(1), due));
    }

    private static void positive(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("a period has at least one day: " + days);
        }
    }
}
