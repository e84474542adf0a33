package org.liaison.registration.internal.notice;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.notice.Duty.Reminder;
import org.liaison.platform.api.notice.Recipient;
import org.liaison.registration.internal.rules.Lights;

/**
 * The Bureau's people who are reminded of a clock of their own (domain page 4.5): whose turn it is when the light turns yellow
 * and red, everybody when it is overdue.
 *
 * @param holder account that holds the case; null = nobody, then everybody of the queue
 * @param turn roles whose turn it is
 */
record BureauQueue(String hostCity, String holder, Set<Role> turn) {
    private static final List<Role> BUREAU = List.of(Role.CLK, Role.REV, Role.LDR);

    /** @param rule beginning of the names of the words, which go on with half, most and overdue */
    List<Reminder> reminders(String rule, String no, Lights.Clock clock) {
        Map<String, String> facts =
                Map.of("no", no, "step", clock.kind().label(), "due", ApplicationNews.day(clock.dueOn()));
        String occasion = clock.kind() + "/" + clock.dueOn();
        List<Recipient> queue = holders(turn);
        Set<Recipient> everybody = new LinkedHashSet<>(queue);
        everybody.addAll(holders(Set.copyOf(BUREAU)));
        return List.of(
                new Reminder(rule + ".half", occasion, clock.yellow(), queue, facts),
                new Reminder(rule + ".most", occasion, clock.red(), queue, facts),
                new Reminder(rule + ".overdue", occasion, clock.overdue(), List.copyOf(everybody), facts));
    }

    private List<Recipient> holders(Set<Role> roles) {
        return BUREAU.stream()
                .filter(roles::contains)
                .map(role -> Recipient.bureau(role, hostCity, holder))
                .toList();
    }
}
