package org.liaison.registration.internal.rules;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liaison.platform.api.rules.Deadline;
import org.liaison.platform.api.rules.Deadlines;
import org.liaison.platform.api.rules.RuleBook;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Light;
import org.liaison.registration.api.Light.Colour;
import org.liaison.registration.api.Light.Kind;

/**
 * The clocks of cases as they stand on one day (亮灯), domain page 4.4: lengths, yellow and red are settings of the day the clock
 * began, days are working days. Computed whenever asked, so that a new holiday notice moves them by itself. For one thread.
 */
public final class Lights {
    /** In which the clock of the decision runs. */
    public static final Set<ApplicationState> DECIDING = Set.of(
            ApplicationState.ACCEPTED,
            ApplicationState.REVIEWING,
            ApplicationState.ONSITE,
            ApplicationState.PENDING_APPROVAL);

    private static final Map<Kind, String> LENGTHS = Map.of(
            Kind.INTAKE, "intake.workingdays",
            Kind.DECISION, "decision.workingdays",
            Kind.HANDOVER, "handover.workingdays");

    private final RuleBook book;
    private final LocalDate today;
    private final Deadlines deadlines;

    public Lights(RuleBook book, LocalDate today) {
        this.book = book;
        this.today = today;
        this.deadlines = new Deadlines(book.calendar());
    }

    /** The day it is. */
    public LocalDate today() {
        return today;
    }

    /**
     * What the clock of a case is computed from.
     *
     * @param extended whether the leader granted more days for the decision
     * @param waiting whether the certificate of an approved case is not handed over yet
     */
    public record Facts(
            ApplicationState state,
            LocalDate submittedOn,
            LocalDate correctionDueOn,
            LocalDate acceptedOn,
            boolean extended,
            LocalDate decidedOn,
            boolean waiting) {}

    /**
     * A clock that runs (时限).
     *
     * @param since day of the event it counts from; null for a correction, whose last day was set
     * @param provisional whether a holiday notice it depends on is not loaded
     * @param yellow first day of the yellow light
     * @param red first day of the red light
     */
    public record Clock(
            Kind kind, LocalDate since, LocalDate dueOn, boolean provisional, LocalDate yellow, LocalDate red) {
        /** First day on which it is too late. */
        public LocalDate overdue() {
            return dueOn.plusDays(1);
        }

        Light on(LocalDate day) {
            Colour colour = !day.isBefore(overdue())
                    ? Colour.OVERDUE
                    : !day.isBefore(red) ? Colour.RED : !day.isBefore(yellow) ? Colour.YELLOW : Colour.GREEN;
            return new Light(kind, since, dueOn, provisional, colour);
        }
    }

    /** The clock that runs as it is shown today; empty when nobody has to do anything in time. */
    public Optional<Light> of(Facts facts) {
        return clock(facts).map(clock -> clock.on(today));
    }

    /** The clock that runs; empty when nobody has to do anything in time. */
    public Optional<Clock> clock(Facts facts) {
        if (facts.state() == ApplicationState.SUBMITTED) {
            return Optional.of(clock(Kind.INTAKE, facts.submittedOn(), false));
        }
        if (DECIDING.contains(facts.state())) {
            return Optional.of(clock(Kind.DECISION, facts.acceptedOn(), facts.extended()));
        }
        if (facts.state() == ApplicationState.APPROVED && facts.waiting()) {
            return Optional.of(handover(facts.decidedOn()));
        }
        return facts.state() == ApplicationState.RETURNED
                ? Optional.of(correction(facts.correctionDueOn()))
                : Optional.empty();
    }

    /** The clock of a certificate that waits to be printed or handed over. */
    public Clock handover(LocalDate decidedOn) {
        return clock(Kind.HANDOVER, decidedOn, false);
    }

    /** Last day on which a clock of the kind may have started that shows the colour or a worse one today. */
    public LocalDate startedBy(Kind kind, boolean extended, Colour colour) {
        LocalDate since = today;
        while (clock(kind, since, extended).on(today).colour().compareTo(colour) < 0) {
            since = since.minusDays(1);
        }
        return since;
    }

    private Clock clock(Kind kind, LocalDate since, boolean extended) {
        Deadline due = due(kind, since, extended);
        int length = length(kind, since, extended);
        return new Clock(
                kind, since, due.dueOn(), due.provisional(), gone(since, length, "yellow"), gone(since, length, "red"));
    }

    /** First day on which so much of the clock has gone. */
    private LocalDate gone(LocalDate since, int length, String colour) {
        int percent = book.number("light." + colour + ".percent", since);
        return deadlines
                .workingDays(since, Math.max(1, (length * percent + 99) / 100))
                .dueOn();
    }

    private Clock correction(LocalDate dueOn) {
        return new Clock(
                Kind.CORRECTION,
                null,
                dueOn,
                !book.calendar().known(dueOn),
                before(dueOn, "correction.reminder.first.workingdays"),
                before(dueOn, "correction.reminder.last.workingdays"));
    }

    private LocalDate before(LocalDate due, String setting) {
        LocalDate day = due;
        for (int left = book.number(setting, due); left > 0; ) {
            day = day.minusDays(1);
            if (book.calendar().workday(day)) {
                left--;
            }
        }
        return day;
    }

    private Deadline due(Kind kind, LocalDate since, boolean extended) {
        return deadlines.workingDays(since, length(kind, since, extended));
    }

    private int length(Kind kind, LocalDate since, boolean extended) {
        int more = extended ? book.number("decision.extension.workingdays", since) : 0;
        return book.number(LENGTHS.get(kind), since) + more;
    }
}
