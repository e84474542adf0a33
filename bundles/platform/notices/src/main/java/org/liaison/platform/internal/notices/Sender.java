package org.liaison.platform.internal.notices;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.internal.notices.DeliveryTable.Delivery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is committed. An attempt first takes its row, by moving the next attempt into the future, so several nodes never
 * send the same row at once, and a node that dies gives it back. A message goes out at least once: only a death between
 * the server's answer and the row's update sends it again, with the same message id.
 */
@Component(service = Sender.class, immediate = true)
public final class Sender {
    /** Time from one attempt to the next; after the last one it is given up. Longer than any attempt takes. */
    static final List<Duration> WAITS = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int BATCH = 50;
    private static final long SECONDS = 5;

    private final DeliveryTable deliveries;
    private final Channels channels;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    @Activate
    public Sender(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=notices)") Migrated migrated,
            @Reference Channels channels,
            @Reference Clock clock) {
        this(new Rows(source), channels, clock, Timers.one("liaison-notices-sender"));
        timer.scheduleWithFixedDelay(() -> Timers.guarded(this::send), SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    Sender(Rows rows, Channels channels, Clock clock, ScheduledExecutorService timer) {
        this.deliveries = new DeliveryTable(rows);
        this.channels = channels;
        this.clock = clock;
        this.timer = timer;
    }

    @Deactivate
    void end() {
        Timers.end(timer);
    }

    /** Makes one attempt at everything that is due now. */
    void send() {
        for (Way way : channels.open()) {
            List<Delivery> found;
            do {
                found = deliveries.waiting(way, clock.instant(), BATCH);
                for (Delivery delivery : found) {
                    if (Thread.currentThread().isInterrupted()) {
                        return;
                    }
                    attempt(delivery);
                }
            } while (found.size() == BATCH);
        }
    }

    private void attempt(Delivery delivery) {
        Instant now = clock.instant();
        boolean last = delivery.attempts() >= WAITS.size();
        if (!deliveries.take(delivery, now.plus(WAITS.get(Math.min(delivery.attempts(), WAITS.size() - 1))))) {
            return;
        }
        try {
            channels.send(delivery, now);
            deliveries.sent(delivery.id(), clock.instant());
        } catch (Mail.Refused e) {
            LOG.info("{} {} is given up: {}", delivery.way(), delivery.id(), e.getMessage());
            deliveries.failed(delivery.id(), e.getMessage(), true);
        } catch (IOException e) {
            LOG.info("{} {}, attempt {} failed: {}", delivery.way(), delivery.id(), delivery.attempts() + 1, reason(e));
            deliveries.failed(delivery.id(), reason(e), last);
        }
    }

    // What the server said may hold the address it was asked for; the kind of failure is enough to act on.
    private static String reason(IOException e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getClass().getSimpleName();
    }
}
