package org.liaison.registration.internal.notice;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.notice.Duty;
import org.liaison.platform.api.notice.Duty.Reminder;
import org.liaison.platform.api.notice.Recipient;
import org.liaison.platform.api.rules.Deadline;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Light.Kind;
import org.liaison.registration.internal.store.OpenCase;

/**
 * What is due of an open case, and when to remind whom (domain page 4.5): the office of a correction 5 and 1 working days
 * before it lapses and on the day after; the Bureau of its own clocks at one half, four fifths and when they are overdue.
 * Numbers are settings, judged by the day the clock began. For one thread.
 */
final class CaseDuties {
    private static final Map<ApplicationState, Set<Role>> QUEUES = Map.of(
            ApplicationState.SUBMITTED, Set.of(Role.CLK),
            ApplicationState.ACCEPTED, Set.of(Role.CLK),
            ApplicationState.REVIEWING, Set.of(Role.REV),
            ApplicationState.ONSITE, Set.of(Role.CLK, Role.REV),
            ApplicationState.PENDING_APPROVAL, Set.of(Role.LDR));
    private static final List<Role> BUREAU = List.of(Role.CLK, Role.REV, Role.LDR);

    private final RuleBook book;
    private final Deadlines deadlines;

    CaseDuties(RuleBook book) {
        this.book = book;
        this.deadlines = new Deadlines(book.calendar());
    }

    Optional<Duty> of(OpenCase open) {
        if (open.state() == ApplicationState.RETURNED) {
            return Optional.of(correction(open));
        }
        if (open.state() == ApplicationState.SUBMITTED) {
            return Optional.of(
                    clock(open, Kind.INTAKE, open.submittedOn(), number("intake.workingdays", open.submittedOn())));
        }
        return QUEUES.containsKey(open.state()) ? Optional.of(decision(open)) : Optional.empty();
    }

    private Duty correction(OpenCase open) {
        LocalDate due = open.correctionDueOn();
        Map<String, String> facts = Map.of("no", open.no(), "due", ApplicationNews.day(due));
        List<Recipient> office = ApplicationNews.office(open.officeId());
        List<Reminder> reminders = new ArrayList<>();
        for (String when : List.of("first", "last")) {
            int before = number("correction.reminder." + when + ".workingdays", due);
            reminders.add(new Reminder(
                    "registration.correction.due", due + "/" + before, workingDaysBefore(due, before), office, facts));
        }
        reminders.add(new Reminder("registration.correction.lapsed", due.toString(), due.plusDays(1), office, facts));
        return new Duty("application", open.id(), open.officeId(), due, reminders);
    }

    private Duty decision(OpenCase open) {
        LocalDate since = open.acceptedOn();
        int more = open.extended() ? number("decision.extension.workingdays", since) : 0;
        return clock(open, Kind.DECISION, since, number("decision.workingdays", since) + more);
    }

    private Duty clock(OpenCase open, Kind kind, LocalDate since, int length) {
        Deadline due = deadlines.workingDays(since, length);
        Map<String, String> facts =
                Map.of("no", open.no(), "step", kind.label(), "due", ApplicationNews.day(due.dueOn()));
        String clock = kind + "/" + due.dueOn();
        List<Recipient> queue = queue(open, QUEUES.get(open.state()));
        Set<Recipient> everybody = new LinkedHashSet<>(queue);
        everybody.addAll(queue(open, Set.copyOf(BUREAU)));
        return new Duty(
                "application",
                open.id(),
                open.officeId(),
                due.dueOn(),
                List.of(
                        new Reminder("registration.clock.half", clock, gone(since, length, "yellow"), queue, facts),
                        new Reminder("registration.clock.most", clock, gone(since, length, "red"), queue, facts),
                        new Reminder(
                                "registration.clock.overdue",
                                clock,
                                due.dueOn().plusDays(1),
                                List.copyOf(everybody),
                                facts)));
    }

    // The first day on which so much of the clock has gone, as the light turns.
    private LocalDate gone(LocalDate since, int length, String colour) {
        int percent = number("light." + colour + ".percent", since);
        return deadlines
                .workingDays(since, Math.max(1, (length * percent + 99) / 100))
                .dueOn();
    }

    /** Whoever holds the case; else everybody of the queue for the host city. */
    private static List<Recipient> queue(OpenCase open, Set<Role> roles) {
        return BUREAU.stream()
                .filter(roles::contains)
                .map(role -> Recipient.bureau(role, open.hostCity(), open.claimedBy()))
                .toList();
    }

    private LocalDate workingDaysBefore(LocalDate due, int days) {
        LocalDate day = due;
        for (int left = days; left > 0; ) {
            day = day.minusDays(1);
            if (book.calendar().workday(day)) {
                left--;
            }
        }
        return day;
    }

    private int number(String setting, LocalDate at) {
        return book.number(setting, at);
    }
}
