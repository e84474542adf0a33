package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.liaison.platform.api.TooMany;

/**
 * Lock and delay of an account and of a source over every path and every node (登录失败锁定). A guess is counted before it is
 * checked and forgiven when it was right: however many come at once, no more are checked than the limit says. Names that
 * no account has are counted alike, so a lock tells nothing. Thread-safe.
 */
final class Guesses {
    private static final Duration PURGE = Duration.ofMinutes(1);

    private final GuessTable table;
    private final GuessLimits limits;
    private final Clock clock;
    private final AccessLog log;
    private final AtomicReference<Instant> purged;

    Guesses(GuessTable table, GuessLimits limits, Clock clock, AccessLog log) {
        this.table = table;
        this.limits = limits;
        this.clock = clock;
        this.log = log;
        this.purged = new AtomicReference<>(clock.instant());
    }

    /** @throws TooMany {@code LOGIN_LOCKED} while account or source is locked; costs one read */
    void admit(Attempt attempt) {
        long now = clock.millis();
        Map<String, Guess> found = table.find(attempt.accountRow(), attempt.sourceRow());
        if (found.getOrDefault(attempt.accountRow(), Guess.NONE).locks(limits.account(), now)
                || found.getOrDefault(attempt.sourceRow(), Guess.NONE).locks(limits.source(), now)) {
            log.refusedByLock(attempt);
            throw locked();
        }
    }

    /**
     * Counts a guess that is about to be checked.
     *
     * @throws TooMany {@code LOGIN_LOCKED} during a lock, or in a pause that the client did not keep
     */
    void begin(Attempt attempt) {
        long now = clock.millis();
        Guess source = table.find(attempt.sourceRow(), attempt.sourceRow()).get(attempt.sourceRow());
        boolean held = source != null && source.holds(limits.source(), now);
        if (held || count(attempt, attempt.accountRow(), limits.account(), now)) {
            log.refusedByLock(attempt);
            throw locked();
        }
    }

    /** The guess was wrong: it counts for its source, too. */
    void wrong(Attempt attempt) {
        count(attempt, attempt.sourceRow(), limits.source(), clock.millis());
        purge();
    }

    /** The guess was right. The source stays as it is, or who has an account could guess at all others from there. */
    void right(Attempt attempt) {
        table.delete(attempt.accountRow());
    }

    /** @return whether the row held already; a lock is left as it is, a pause that is not kept counts */
    private boolean count(Attempt attempt, String row, GuessLimit limit, long now) {
        GuessTable.Step step = table.change(row, guess -> guess.locks(limit, now) ? guess : guess.more(limit, now));
        Guess before = step.before();
        if (before.failures() >= limit.most() && before.over(limit, now)) {
            log.unlocked(attempt, row);
        }
        if (step.after().locks(limit, now) && !before.locks(limit, now)) {
            log.locked(attempt, row, step.after());
        }
        return before.holds(limit, now);
    }

    private void purge() {
        Instant now = clock.instant();
        Instant last = purged.get();
        if (now.isAfter(last.plus(PURGE)) && purged.compareAndSet(last, now)) {
            Duration longest = limits.account().window().plus(limits.account().lock());
            table.purge(now.minus(longest).toEpochMilli(), now.toEpochMilli());
        }
    }

    private static TooMany locked() {
        return new TooMany("LOGIN_LOCKED", "登录失败次数过多，已暂停登录，请稍后再试，或请安全管理员解锁");
    }
}
