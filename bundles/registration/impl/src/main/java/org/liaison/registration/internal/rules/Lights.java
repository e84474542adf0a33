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
 * The clocks of cases as they stand on one day (亮灯), domain page 4.4: lengths, yellow and red are settings, days are working
 * days. Computed whenever asked, so that a new holiday notice moves them by itself. For one thread.
 */
public final class Lights {
    /** Working days before the end of a correction from which it is yellow and red: the days of the reminders (4.5). */
    private static final int CORRECTION_YELLOW = 5;

    private static final int CORRECTION_RED = 1;

    private static final Set<ApplicationState> DECIDING = Set.of(
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

    /** The clock that runs; empty when nobody has to do anything in time. */
    public Optional<Light> of(Facts facts) {
        if (facts.state() == ApplicationState.SUBMITTED) {
            return Optional.of(light(Kind.INTAKE, facts.submittedOn(), false));
        }
        if (DECIDING.contains(facts.state())) {
            return Optional.of(light(Kind.DECISION, facts.acceptedOn(), facts.extended()));
        }
        if (facts.state() == ApplicationState.APPROVED && facts.waiting()) {
            return Optional.of(light(Kind.HANDOVER, facts.decidedOn(), false));
        }
        return facts.state() == ApplicationState.RETURNED
                ? Optional.of(correction(facts.correctionDueOn()))
                : Optional.empty();
    }

    /** Last day on which a clock of the kind may have started that shows the colour or a worse one today. */
    public LocalDate startedBy(Kind kind, boolean extended, Colour colour) {
        LocalDate since = today;
        while (light(kind, since, extended).colour().compareTo(colour) < 0) {
            since = since.minusDays(1);
        }
        return since;
    }

    private Light light(Kind kind, LocalDate since, boolean extended) {
        Deadline due = due(kind, since, extended);
        return new Light(
                kind, since, due.dueOn(), due.provisional(), colour(since, due, length(kind, since, extended)));
    }

    private Colour colour(LocalDate since, Deadline due, int length) {
        if (today.isAfter(due.dueOn())) {
            return Colour.OVERDUE;
        }
        int gone = workdays(since, today) * 100;
        if (gone >= length * book.number("light.red.percent", since)) {
            return Colour.RED;
        }
        return gone >= length * book.number("light.yellow.percent", since) ? Colour.YELLOW : Colour.GREEN;
    }

    private Light correction(LocalDate dueOn) {
        int left = workdays(today, dueOn);
        Colour colour = left <= CORRECTION_RED ? Colour.RED : left <= CORRECTION_YELLOW ? Colour.YELLOW : Colour.GREEN;
        return new Light(Kind.CORRECTION, null, dueOn, !book.calendar().known(dueOn), colour);
    }

    private Deadline due(Kind kind, LocalDate since, boolean extended) {
        return deadlines.workingDays(since, length(kind, since, extended));
    }

    private int length(Kind kind, LocalDate since, boolean extended) {
        int more = extended ? book.number("decision.extension.workingdays", since) : 0;
        return book.number(LENGTHS.get(kind), since) + more;
    }

    /** Working days after the one day, up to the other. */
    private int workdays(LocalDate after, LocalDate to) {
        return (int) after.plusDays(1)
                .datesUntil(to.isAfter(after) ? to.plusDays(1) : after.plusDays(1))
                .filter(book.calendar()::workday)
                .count();
    }
}
