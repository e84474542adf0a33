package org.liaison.platform.internal.security;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Sessions.Login;
import org.liaison.platform.api.Sessions.Opened;

/** The login that opens a session: password, and a second factor where there is one. Thread-safe. */
final class SessionLogins {
    private static final int LONGEST_AGENT = 200;

    private final Logins logins;
    private final JdbcSecondFactor factors;
    private final SessionTable table;
    private final SessionLife life;
    private final AccessLog log;
    private final Clock clock;

    SessionLogins(
            Logins logins, JdbcSecondFactor factors, SessionTable table, SessionLife life, AccessLog log, Clock clock) {
        this.logins = logins;
        this.factors = factors;
        this.table = table;
        this.life = life;
        this.log = log;
        this.clock = clock;
    }

    Optional<Opened> open(Login login) {
        life.clear();
        Attempt attempt = new Attempt(login.account(), Channel.REST, login.source());
        return logins.verified(attempt, login.password(), account -> passes(account, login.code()))
                .map(stored -> open(login, stored));
    }

    private boolean passes(Account account, String code) {
        if (!factors.confirmed(account.account())) {
            return true;
        }
        if (code == null || code.isBlank()) {
            throw new Forbidden("CODE_REQUIRED", "请输入动态口令或恢复码");
        }
        return factors.pass(account.account(), code);
    }

    private Opened open(Login login, AccountTable.Stored stored) {
        boolean factor = factors.confirmed(stored.account().account());
        Caller caller = caller(stored.account(), factor, login.source(), login.acting());
        life.makeRoom(caller);
        String token = Secret.make();
        String id = UUID.randomUUID().toString();
        long now = clock.millis();
        String acting = caller.acting() == null ? null : caller.acting().toString();
        // whoever is told that he is in stands in the trail, too
        log.write(caller, new Act("platform.session.open", "session", id, null, null), "OK", null);
        table.insert(
                id,
                Secret.hash(token),
                caller.account(),
                acting,
                stored.changes(),
                factor,
                Attempt.place(login.source()),
                agent(login.agent()),
                now);
        return new Opened(
                token,
                id,
                caller,
                stored.account().mustChange(),
                !factor && factors.requiredOf(stored.account()),
                life.end(now),
                life.idle().toSeconds());
    }

    private static String agent(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String clean = given.replaceAll("[^\\x20-\\x7E]", "?");
        return clean.substring(0, Math.min(clean.length(), LONGEST_AGENT));
    }

    /** Where a role asks for a second factor, a session without it is good for setting one up and nothing else. */
    Caller caller(Account account, boolean factor, String source, String acting) {
        if (factor || !factors.requiredOf(account)) {
            return logins.caller(account, Channel.REST, source, acting);
        }
        return new Caller(account.account(), account.name(), List.of(), null, Channel.REST, source);
    }
}
