package org.liaison.registration.internal.notice;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.notice.Duty;
import org.liaison.platform.api.notice.Duty.Reminder;
import org.liaison.platform.api.notice.Recipient;
import org.liaison.registration.api.ApplicationState;
import org.liaison.registration.api.Light.Kind;
import org.liaison.registration.internal.rules.Lights;
import org.liaison.registration.internal.store.OpenCase;

/**
 * What is due of an open case, and when to remind whom (domain page 4.5): the office of a correction 5 and 1 working days
 * before it lapses and on the day after; the Bureau of its own clocks. For one thread.
 */
final class CaseDuties {
    private static final Map<ApplicationState, Set<Role>> QUEUES = Map.of(
            ApplicationState.SUBMITTED, Set.of(Role.CLK),
            ApplicationState.ACCEPTED, Set.of(Role.CLK),
            ApplicationState.REVIEWING, Set.of(Role.REV),
            ApplicationState.ONSITE, Set.of(Role.CLK, Role.REV),
            ApplicationState.PENDING_APPROVAL, Set.of(Role.LDR));

    private final Lights lights;

    /** @param lights of the day of the reminders */
    CaseDuties(Lights lights) {
        this.lights = lights;
    }

    Optional<Duty> of(OpenCase open) {
        Lights.Facts facts = new Lights.Facts(
                open.state(),
                open.submittedOn(),
                open.correctionDueOn(),
                open.acceptedOn(),
                open.extended(),
                null,
                false);
        return lights.clock(facts)
                .map(clock -> new Duty(
                        "application",
                        open.id(),
                        open.officeId(),
                        clock.dueOn(),
                        clock.kind() == Kind.CORRECTION ? correction(open, clock) : bureau(open, clock)));
    }

    private static List<Reminder> correction(OpenCase open, Lights.Clock clock) {
        String due = clock.dueOn().toString();
        Map<String, String> facts = Map.of("no", open.no(), "due", ApplicationNews.day(clock.dueOn()));
        List<Recipient> office = ApplicationNews.office(open.officeId());
        return List.of(
                new Reminder("registration.correction.due", due + "/first", clock.yellow(), office, facts),
                new Reminder("registration.correction.due", due + "/last", clock.red(), office, facts),
                new Reminder(ApplicationNews.LAPSED, due, clock.overdue(), office, facts));
    }

    private static List<Reminder> bureau(OpenCase open, Lights.Clock clock) {
        return new BureauQueue(open.hostCity(), open.claimedBy(), QUEUES.get(open.state()))
                .reminders("registration.clock", open.no(), clock);
    }
}
