package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Caller;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the audit trail holds of logins (登录审计). A login is answered also while the trail is away. Refusals during a lock cost
 * nothing to make, so they are written once a minute at most. Thread-safe.
 */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);
    private static final Duration SELDOM = Duration.ofMinutes(1);
    private static final int MOST = 2_000;

    private final Supplier<AuditTrail> trail;
    private final Clock clock;
    private final Map<String, Instant> written = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    /** @param trail the trail that is there now; gives null while it is away */
    AccessLog(Supplier<AuditTrail> trail, Clock clock) {
        this.trail = trail;
        this.clock = clock;
    }

    /** A login of this account. */
    void loggedIn(Caller caller) {
        write(caller, new Act("platform.login", "account", caller.account(), null, null), "OK", null);
    }

    void expired(Caller caller) {
        write(caller, new Act("platform.password.expire", "account", caller.account(), null, null), "OK", "密码已过期");
    }

    void refused(Attempt attempt, String code) {
        write(attempt.nobody(), login(attempt), "REFUSED", code);
    }

    void refusedByLock(Attempt attempt) {
        if (first(attempt.accountRow() + attempt.sourceRow())) {
            refused(attempt, "LOGIN_LOCKED");
        }
    }

    void locked(Attempt attempt, String row, Guess guess) {
        LocalDateTime end = LocalDateTime.ofInstant(Instant.ofEpochMilli(guess.until()), clock.getZone());
        String words = "连续" + guess.failures() + "次口令错误，锁定至" + end.truncatedTo(ChronoUnit.SECONDS);
        write(attempt.nobody(), lock("platform.login.lock", row), "OK", words);
    }

    void unlocked(Attempt attempt, String row) {
        write(attempt.nobody(), lock("platform.login.unlock", row), "OK", "锁定期满");
    }

    private static Act login(Attempt attempt) {
        return new Act("platform.login", "account", attempt.shown(), null, null);
    }

    private static Act lock(String operation, String row) {
        String subject = row.startsWith(Attempt.ACCOUNT) ? "account" : "source";
        return new Act(operation, subject, row.substring(Attempt.ACCOUNT.length()), null, null);
    }

    private synchronized boolean first(String key) {
        Instant now = clock.instant();
        Instant last = written.get(key);
        boolean first = last == null || !now.isBefore(last.plus(SELDOM));
        if (first) {
            written.remove(key);
            written.put(key, now);
        }
        return first;
    }

    void write(Caller caller, Act act, String result, String reason) {
        AuditTrail present = trail.get();
        if (present == null) {
            return;
        }
        try {
            present.record(caller, act, result, reason);
        } catch (RuntimeException e) {
            LOG.warn("a login record is not in the audit trail: {}", e.toString());
        }
    }
}
