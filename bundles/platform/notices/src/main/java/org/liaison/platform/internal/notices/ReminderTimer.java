package org.liaison.platform.internal.notices;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.notice.DutySource;
import org.liaison.platform.api.rules.Deadlines;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the reminders, one node at a time, at 00:05 in Asia/Shanghai and when a source appears. It looks at the platform's clock twice a minute
 * instead of reckoning ahead, so a clock that is set or a machine that slept changes nothing.
 */
@Component(service = ReminderTimer.class, immediate = true)
public final class ReminderTimer {
    private static final Logger LOG = LoggerFactory.getLogger(ReminderTimer.class);
    private static final Duration AFTER_MIDNIGHT = Duration.ofMinutes(5);
    private static final Duration RETRY = Duration.ofMinutes(10);
    private static final long SECONDS = 30;
    private static final long FIRST_SECONDS = 10;

    private final DueReminders reminders;
    private final Clock clock;
    private final Turn turn;
    private final ScheduledExecutorService timer;
    // touched by the timer's thread only
    private final Map<DutySource, LocalDate> ran = new HashMap<>();
    private final Map<DutySource, Instant> again = new HashMap<>();

    @Activate
    public ReminderTimer(
            @Reference DueReminders reminders,
            @Reference Clock clock,
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=notices)") Migrated migrated) {
        this(reminders, clock, new Turn(new Rows(source)), Timers.one("liaison-notices-reminders"));
        timer.scheduleWithFixedDelay(() -> Timers.guarded(this::look), FIRST_SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    ReminderTimer(DueReminders reminders, Clock clock, Turn turn, ScheduledExecutorService timer) {
        this.turn = turn;
        this.reminders = reminders;
        this.clock = clock;
        this.timer = timer;
    }

    @Deactivate
    void end() {
        Timers.end(timer);
    }

    /** Runs every source that has not run for the day. */
    void look() {
        Instant now = clock.instant();
        LocalDate day = LocalDate.ofInstant(now.minus(AFTER_MIDNIGHT), Deadlines.ZONE);
        List<DutySource> present = reminders.sources();
        ran.keySet().retainAll(present);
        again.keySet().retainAll(present);
        List<DutySource> waiting = present.stream()
                .filter(source ->
                        !day.equals(ran.get(source)) && !now.isBefore(again.getOrDefault(source, Instant.MIN)))
                .toList();
        if (!waiting.isEmpty() && turn.take(now)) {
            waiting.forEach(source -> run(source, day, now));
            turn.give();
        }
    }

    private void run(DutySource source, LocalDate day, Instant now) {
        try {
            int written = reminders.run(source, day);
            ran.put(source, day);
            LOG.info("Reminders of {} for {}: {} written", source.getClass().getSimpleName(), day, written);
        } catch (RuntimeException e) {
            again.put(source, now.plus(RETRY));
            if (reminders.sources().contains(source)) {
                LOG.warn(
                        "Reminders of {} failed and are tried again",
                        source.getClass().getSimpleName(),
                        e);
            }
        }
    }
}
