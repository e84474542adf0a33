package org.liaison.platform.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events between their act and their hearers. The rows are written in the act's transaction, told by one thread once it is
 * committed, and deleted in batches when every hearer returned: an event is told at least once, whatever dies in between. What
 * a dead process left is found by a sweep, which one node does. Thread-safe.
 */
@Component(service = Outbox.class)
public final class Outbox {
    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final String JOB = "outbox";
    private static final long EVERY_MS = 200;
    private static final long SWEEP_MS = 30_000;
    private static final int BATCH = 400;
    private static final int WAITING = 10_000;

    private final Sql sql;
    private final EventAdmin events;
    private final Leases leases;
    private final BlockingQueue<Told> waiting = new LinkedBlockingQueue<>(WAITING);
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "liaison-outbox"));
    private long seen;
    private boolean failing;

    @Activate
    public Outbox(@Reference Database database, @Reference EventAdmin events, @Reference Leases leases) {
        this(new Sql(database), events, leases);
        timer.scheduleWithFixedDelay(() -> guarded(this::deliver), EVERY_MS, EVERY_MS, TimeUnit.MILLISECONDS);
        timer.scheduleWithFixedDelay(() -> guarded(this::sweep), 0, SWEEP_MS, TimeUnit.MILLISECONDS);
    }

    Outbox(Sql sql, EventAdmin events, Leases leases) {
        this.sql = sql;
        this.events = events;
        this.leases = leases;
    }

    @Deactivate
    void stop() throws InterruptedException {
        timer.shutdown();
        timer.awaitTermination(10, TimeUnit.SECONDS);
        guarded(this::deliver);
        guarded(() -> leases.release(JOB));
    }

    /** Writes the events of an act in its transaction, in one statement. */
    static void write(Connection connection, long auditId, List<Fact> facts) throws SQLException {
        if (facts.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO platform.outbox (audit_id, place, topic, subject_id, version) VALUES (?, ?, ?, ?, ?)")) {
            for (int place = 0; place < facts.size(); place++) {
                Fact fact = facts.get(place);
                insert.setLong(1, auditId);
                insert.setLong(2, place);
                insert.setString(3, fact.topic());
                insert.setString(4, fact.id());
                insert.setLong(5, fact.version());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** Says that the act is committed. When too many wait, its rows stay for the sweep. */
    void committed(long auditId, List<Fact> facts) {
        if (!facts.isEmpty()) {
            waiting.offer(new Told(auditId, facts));
        }
    }

    /** Tells what was committed by this process. */
    void deliver() {
        List<Told> batch = new ArrayList<>();
        while (waiting.drainTo(batch, BATCH) > 0) {
            batch.forEach(act -> act.facts().forEach(this::tell));
            delete(batch.stream().flatMap(Told::keys).toList());
            batch.clear();
        }
    }

    /** Tells what was there at the sweep before already: rows that a living process would have deleted long ago. */
    void sweep() {
        if (!leases.hold(JOB)) {
            return;
        }
        List<Left> left;
        do {
            left = sql.query(
                    BATCH,
                    row -> new Left(
                            row.getLong(1),
                            row.getLong(2),
                            new Fact(row.getString(3), row.getString(4), row.getLong(5))),
                    "SELECT audit_id, place, topic, subject_id, version FROM platform.outbox WHERE audit_id <= ?"
                            + " ORDER BY audit_id, place",
                    seen);
            left.forEach(row -> tell(row.fact()));
            delete(left.stream()
                    .map(row -> new Object[] {row.auditId(), row.place()})
                    .toList());
        } while (left.size() == BATCH);
        seen = sql.number("SELECT MAX(audit_id) FROM platform.outbox");
    }

    private void tell(Fact fact) {
        events.sendEvent(new Event(fact.topic(), Map.of("id", fact.id(), "version", fact.version())));
    }

    private void delete(List<Object[]> keys) {
        if (!keys.isEmpty()) {
            sql.batch("DELETE FROM platform.outbox WHERE audit_id = ? AND place = ?", keys);
        }
    }

    private void guarded(Runnable work) {
        try {
            work.run();
            failing = false;
        } catch (RuntimeException e) {
            // one line when the trouble begins; the rows are there until they are told
            if (!failing) {
                LOG.warn("events could not be told, trying on: {}", e.toString());
            }
            failing = true;
        }
    }

    /** One event (事件): something that is so since an act. */
    record Fact(String topic, String id, long version) {}

    private record Told(long auditId, List<Fact> facts) {
        Stream<Object[]> keys() {
            return LongStream.range(0, facts.size()).mapToObj(place -> new Object[] {auditId, place});
        }
    }

    private record Left(long auditId, long place, Fact fact) {}
}
