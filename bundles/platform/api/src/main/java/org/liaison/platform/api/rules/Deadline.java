package org.liaison.platform.api.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * End of a period (期限). Both days are stored with the case; the last day ends at 24:00 in Asia/Shanghai (民法典 art. 203).
 *
 * @param dueOn last day as counted
 * @param effectiveDueOn last day after rolling forward over rest days; equal to {@code dueOn} when nothing rolls
 * @param provisional 暂定: the holiday notice of a year it depends on is not loaded; compute it again when it is
 */
public record Deadline(LocalDate dueOn, LocalDate effectiveDueOn, boolean provisional) {
    public Deadline {
        Objects.requireNonNull(dueOn, "dueOn");
        Objects.requireNonNull(effectiveDueOn, "effectiveDueOn");
        if (effectiveDueOn.isBefore(dueOn)) {
            throw new IllegalArgumentException("a deadline never rolls back: " + dueOn + " to " + effectiveDueOn);
        }
    }

    /** The first instant that is late. */
    public Instant end() {
        return effectiveDueOn.plusDays(1).atStartOfDay(Deadlines.ZONE).toInstant();
    }

    /** Whether an act at this instant comes too late. */
    public boolean late(Instant at) {
        return !at.isBefore(end());
    }

    /** Calendar days between the last day and the act's day in Asia/Shanghai: 0 in time, at least 1 when late. */
    public long daysLate(Instant at) {
        return late(at) ? ChronoUnit.DAYS.between(effectiveDueOn, LocalDate.ofInstant(at, Deadlines.ZONE)) : 0;
    }
}
