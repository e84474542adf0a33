package org.liaison.platform.internal.security;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.TooMany;
import org.liaison.platform.api.Unavailable;
import org.liaison.platform.api.UsernameToken;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Time and nonce of UsernameTokens. Used nonces are rows, so a token is taken once whichever node it comes to; only those of
 * a right login are kept, at most {@link #MOST} new ones an account and node within {@link #KEPT}. Thread-safe.
 */
@Component(service = Tokens.class)
public final class Tokens {
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final Duration KEPT = WINDOW.multipliedBy(2);
    /** How far the clock may be set back without a token that was used becoming good again. */
    static final Duration SET_BACK = Duration.ofHours(1);

    static final int MOST = 20_000;
    static final int BATCH = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Tokens.class);
    private static final int LONGEST = 200;

    private final Rows rows;
    private final Clock clock;
    private final int most;
    private final Map<String, Integer> used = new HashMap<>();
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "liaison-nonces"));
    private Instant counted = Instant.MIN;

    @Activate
    public Tokens(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference Clock clock) {
        this(new Rows(source), clock, MOST);
        timer.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.MINUTES);
    }

    Tokens(Rows rows, Clock clock, int most) {
        this.rows = rows;
        this.clock = clock;
        this.most = most;
    }

    @Deactivate
    void end() {
        timer.shutdownNow();
    }

    /** Checks what can be said of a token without any account. @throws Forbidden as {@code Callers.login} says */
    void check(UsernameToken token) {
        if (token.digest() && (token.nonce() == null || token.created() == null)) {
            throw new Forbidden("TOKEN_INCOMPLETE", "PasswordDigest须同时带有Nonce和Created");
        }
        if (token.nonce() != null) {
            nonce(token);
        }
        if (token.created() != null) {
            Instant now = clock.instant();
            Instant created = created(token.created());
            if (created.isBefore(now.minus(WINDOW)) || created.isAfter(now.plus(WINDOW))) {
                throw new Forbidden("TOKEN_EXPIRED", "UsernameToken的时间与平台时间相差超过5分钟");
            }
        }
    }

    /** Uses the nonce of a token whose password was right up. @throws Forbidden {@code TOKEN_REPLAYED} */
    void useUp(UsernameToken token) {
        if (token.nonce() == null) {
            return;
        }
        count(token.account());
        try {
            rows.update(
                    "INSERT INTO security.nonce (account, nonce, until_ms) VALUES (?, ?, ?)",
                    token.account(),
                    Secret.hash(Base64.getEncoder().encodeToString(nonce(token))),
                    clock.instant().plus(KEPT).plus(SET_BACK).toEpochMilli());
        } catch (Unavailable e) {
            if (e.getCause() instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("23")) {
                throw new Forbidden("TOKEN_REPLAYED", "UsernameToken的Nonce已经用过");
            }
            throw e;
        }
    }

    static boolean digestMatches(UsernameToken token, String secret) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-1");
            sha.update(nonce(token));
            sha.update(token.created().getBytes(StandardCharsets.UTF_8));
            sha.update(secret.getBytes(StandardCharsets.UTF_8));
            return same(
                    Base64.getEncoder().encodeToString(sha.digest()),
                    token.password().strip());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compares in a time that tells nothing of where they differ. */
    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    /** Deletes nonces that no token can bring any more, some at a time. */
    void sweep() {
        try {
            List<Long> old;
            do {
                old = rows.query(
                        BATCH,
                        row -> row.getLong(1),
                        "SELECT until_ms FROM security.nonce WHERE until_ms < ? ORDER BY until_ms",
                        clock.millis());
                if (!old.isEmpty()) {
                    rows.update("DELETE FROM security.nonce WHERE until_ms <= ?", old.get(old.size() - 1));
                }
            } while (old.size() == BATCH);
        } catch (Unavailable e) {
            LOG.debug("old nonces stay for another minute", e);
        }
    }

    private synchronized void count(String account) {
        Instant now = clock.instant();
        // a clock that was set back begins anew
        if (now.isBefore(counted) || now.isAfter(counted.plus(KEPT))) {
            counted = now;
            used.clear();
        }
        if (used.merge(account, 1, Integer::sum) > most) {
            throw new TooMany();
        }
    }

    private static byte[] nonce(UsernameToken token) {
        try {
            byte[] nonce = Base64.getMimeDecoder().decode(token.nonce());
            if (nonce.length > 0 && nonce.length <= LONGEST) {
                return nonce;
            }
        } catch (IllegalArgumentException e) {
            LOG.debug("no Base64", e);
        }
        throw new Forbidden("TOKEN_UNREADABLE", "UsernameToken的Nonce不是Base64，或者过长");
    }

    // With no zone it is UTC, as the profile says all times should be.
    private static Instant created(String text) {
        String stripped = text.strip();
        try {
            return OffsetDateTime.parse(stripped).toInstant();
        } catch (DateTimeException e) {
            try {
                return LocalDateTime.parse(stripped).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException none) {
                throw new Forbidden("TOKEN_UNREADABLE", "UsernameToken的Created不是日期时间");
            }
        }
    }
}
