package org.liaison.platform.internal.store;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.liaison.platform.internal.database.Dialect;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Leases of jobs that one node at a time does. A lease ends by the database's clock, so a dead node keeps none for longer than
 * {@link #TERM_MS}; a holder renews at half of it, so an idle job costs one write every few seconds. A node that was paused
 * may believe for a moment that it still holds one: a job must bear a second worker, a lease only makes that rare.
 * Thread-safe.
 */
@Component(service = Leases.class)
public final class Leases {
    static final long TERM_MS = 15_000;

    private final Sql sql;
    private final Dialect dialect;
    private final String node;
    private final LongSupplier clock;
    private final Map<String, Long> renewed = new ConcurrentHashMap<>();

    @Activate
    public Leases(@Reference Database database) {
        this(database, UUID.randomUUID().toString(), System::currentTimeMillis);
    }

    Leases(Database database, String node, LongSupplier clock) {
        this.sql = new Sql(database);
        this.dialect = sql.dialect();
        this.node = node;
        this.clock = clock;
    }

    /** Whether this node does the job now; takes or renews the lease when it must. Not within a transaction. */
    public boolean hold(String job) {
        long now = clock.getAsLong();
        Long since = renewed.get(job);
        // a clock that was set back proves nothing
        if (since != null && now >= since && now - since < TERM_MS / 2) {
            return true;
        }
        boolean held = take(job);
        if (held) {
            renewed.put(job, now);
        } else {
            renewed.remove(job);
        }
        return held;
    }

    /** Gives the lease back, so that the next node need not wait for its end. */
    public void release(String job) {
        if (renewed.remove(job) != null) {
            sql.update("UPDATE platform.lease SET until_ms = 0 WHERE name = ? AND holder = ?", job, node);
        }
    }

    private boolean take(String job) {
        long now = databaseClock();
        int taken = sql.update(
                "UPDATE platform.lease SET holder = ?, until_ms = ? WHERE name = ? AND (holder = ? OR until_ms < ?)",
                node,
                now + TERM_MS,
                job,
                node,
                now);
        return taken == 1 || first(job, now);
    }

    private boolean first(String job, long now) {
        if (sql.number("SELECT COUNT(*) FROM platform.lease WHERE name = ?", job) > 0) {
            return false;
        }
        try {
            sql.update(
                    "INSERT INTO platform.lease (name, holder, until_ms) VALUES (?, ?, ?)", job, node, now + TERM_MS);
            return true;
        } catch (SqlFailed e) {
            if (e.duplicate()) {
                return false;
            }
            throw e;
        }
    }

    // The embedded database lives by the clock of the process.
    private long databaseClock() {
        return dialect == Dialect.DERBY
                ? clock.getAsLong()
                : sql.number("SELECT CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)");
    }
}
