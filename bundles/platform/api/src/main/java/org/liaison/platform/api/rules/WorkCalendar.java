package org.liaison.platform.api.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Calendar of working days (工作日历): Saturday and Sunday are off, the yearly holiday notice of the State Council adds off
 * days and takes make-up working days away. It knows which years' notices are loaded; a result that touches another
 * year is provisional (暂定). Immutable.
 */
public final class WorkCalendar {
    private final Map<LocalDate, Kind> days;
    private final Set<Integer> years;

    /** What the yearly notice says of a day. */
    public enum Kind {
        /** A holiday. */
        OFF,
        /** A make-up working day (调休上班) on a weekend. */
        WORK
    }

    /** @param days the days that the notices name; a year counts as loaded when the notices name a day of it */
    public WorkCalendar(Map<LocalDate, Kind> days) {
        this.days = Map.copyOf(days);
        this.years = this.days.keySet().stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
    }

    /** The years whose notice is loaded. */
    public Set<Integer> years() {
        return years;
    }

    /** Whether the notice of the day's year is loaded. */
    public boolean known(LocalDate day) {
        return years.contains(day.getYear());
    }

    /** Whether the notices of every year from the one day to the other are loaded. */
    public boolean known(LocalDate from, LocalDate to) {
        for (int year = from.getYear(); year <= to.getYear(); year++) {
            if (!years.contains(year)) {
                return false;
            }
        }
        return true;
    }

    /** Whether people work on the day; of an unloaded year only the weekends are known. */
    public boolean workday(LocalDate day) {
        Objects.requireNonNull(day, "day");
        Kind kind = days.get(day);
        if (kind != null) {
            return kind == Kind.WORK;
        }
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
    }

    /** The day itself when people work on it, else the first working day after it. */
    public LocalDate workdayFrom(LocalDate day) {
        LocalDate found = day;
        while (!workday(found)) {
            found = found.plusDays(1);
        }
        return found;
    }
}
