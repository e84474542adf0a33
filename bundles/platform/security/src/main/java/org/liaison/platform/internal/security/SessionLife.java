package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Sessions.Session;

/**
 * How long sessions live: until they were not used for a while, have lasted long enough, are one too many, or their account
 * has changed. Thread-safe.
 */
final class SessionLife {
    private static final int MOST_OF_ONE = 20;
    private static final int MOST_LISTED = 200;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final SessionTable table;
    private final AccessLog log;
    private final Clock clock;
    private final long idle;
    private final long absolute;
    private final AtomicReference<Instant> cleared = new AtomicReference<>(Instant.EPOCH);

    SessionLife(SessionTable table, AccessLog log, Clock clock, Duration idle, Duration absolute) {
        if (idle.toMillis() < 2 * MINUTE || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "a session must live for two minutes at least: " + idle + ", " + absolute);
        }
        this.table = table;
        this.log = log;
        this.clock = clock;
        this.idle = idle.toMillis();
        this.absolute = absolute.toMillis();
    }

    Duration idle() {
        return Duration.ofMillis(idle);
    }

    /** When a session ends however much it is used. */
    Instant end(long openedAt) {
        return Instant.ofEpochMilli(openedAt + absolute);
    }

    /**
     * Why a session is over; null = it lives. A clock that is set back lets a session neither end nor live beyond what it was
     * promised by that clock.
     */
    String over(SessionTable.Found found) {
        long now = clock.millis();
        if (found.changes() != found.changesNow() || !found.account().state().equals("ACTIVE")) {
            return "ACCOUNT_CHANGED";
        }
        if (now - found.openedAt() >= absolute) {
            return "SESSION_LIFETIME";
        }
        return now - found.usedAt() >= idle ? "SESSION_IDLE" : null;
    }

    /** Notes that a session was used, once a minute. */
    void use(SessionTable.Found found) {
        long now = clock.millis();
        if (now - found.usedAt() >= MINUTE) {
            table.used(found.id(), found.usedAt(), now);
        }
    }

    /** Sessions that live, the last used first. @param account null = of all */
    List<Session> alive(String account, String currentHash) {
        long now = clock.millis();
        return table.alive(account, currentHash, now - idle, now - absolute, MOST_LISTED);
    }

    /** Ends what is too much beside one more session of the account. */
    void makeRoom(Caller caller) {
        List<Session> alive = alive(caller.account(), null);
        for (int i = MOST_OF_ONE - 1; i < alive.size(); i++) {
            end(caller, alive.get(i).id(), "SESSION_LIMIT");
        }
    }

    /** Ends sessions that nobody comes back to, at most once a minute. */
    void clear() {
        Instant now = clock.instant();
        Instant last = cleared.get();
        if (now.isAfter(last.plusMillis(MINUTE)) && cleared.compareAndSet(last, now)) {
            for (SessionTable.Ended ended :
                    table.ended(now.toEpochMilli() - idle, now.toEpochMilli() - absolute, MOST_LISTED)) {
                Caller owner = new Caller(ended.account(), ended.account(), List.of(), null, Channel.SYSTEM, "session");
                end(owner, ended.id(), "SESSION_IDLE");
            }
        }
    }

    /** Ends a session and says why in the trail; of several who find it over, one does. */
    void end(Caller caller, String id, String why) {
        if (table.delete(id)) {
            log.write(caller, new Act("platform.session.end", "session", id, null, null), "OK", why);
        }
    }
}
