package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Sessions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Sessions in the schema security: any node finds any of them. */
@Component(configurationPid = LoginSettings.PID)
public final class JdbcSessions implements Sessions {
    private static final int MOST_OF_ONE = 20;
    private static final int MOST_LISTED = 200;
    private static final int LONGEST_AGENT = 200;
    private static final long MINUTE = Duration.ofMinutes(1).toMillis();

    private final SessionTable table;
    private final Logins logins;
    private final JdbcSecondFactor factors;
    private final Operations operations;
    private final Clock clock;
    private final long idle;
    private final long absolute;
    private final AccessLog log;
    private final AtomicReference<Instant> cleared = new AtomicReference<>(Instant.EPOCH);

    // a session is answered also while the trail is away
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile AuditTrail trail;

    @Activate
    public JdbcSessions(
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference(target = "(schema=security)") Migrated migrated,
            @Reference Logins logins,
            @Reference JdbcSecondFactor factors,
            @Reference Operations operations,
            @Reference Clock clock,
            LoginSettings settings) {
        this(
                source,
                logins,
                factors,
                operations,
                clock,
                Duration.ofMinutes(settings.sessionIdleMinutes()),
                Duration.ofHours(settings.sessionHours()));
    }

    JdbcSessions(
            DataSource source,
            Logins logins,
            JdbcSecondFactor factors,
            Operations operations,
            Clock clock,
            Duration idle,
            Duration absolute) {
        if (idle.toMillis() < 2 * MINUTE || absolute.compareTo(idle) < 0) {
            throw new IllegalArgumentException(
                    "a session must live for two minutes at least: " + idle + ", " + absolute);
        }
        this.table = new SessionTable(source);
        this.logins = logins;
        this.factors = factors;
        this.operations = operations;
        this.clock = clock;
        this.idle = idle.toMillis();
        this.absolute = absolute.toMillis();
        this.log = new AccessLog(() -> trail, clock);
    }

    @Override
    public Optional<Opened> open(Login login) {
        clear();
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
        makeRoom(caller);
        String token = Secret.make();
        String id = UUID.randomUUID().toString();
        long now = clock.millis();
        String acting = caller.acting() == null ? null : caller.acting().toString();
        // whoever is told that he is in stands in the trail, too
        write(caller, "platform.session.open", id, null);
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
                Instant.ofEpochMilli(now + absolute),
                Duration.ofMillis(idle).toSeconds());
    }

    private void makeRoom(Caller caller) {
        List<Session> alive = alive(caller.account(), null);
        for (int i = MOST_OF_ONE - 1; i < alive.size(); i++) {
            end(caller, alive.get(i).id(), "SESSION_LIMIT");
        }
    }

    private static String agent(String given) {
        if (given == null || given.isBlank()) {
            return null;
        }
        String clean = given.replaceAll("[^\\x20-\\x7E]", "?");
        return clean.substring(0, Math.min(clean.length(), LONGEST_AGENT));
    }

    @Override
    public Optional<Caller> caller(String token, String source, String acting) {
        if (!Secret.isOne(token)) {
            return Optional.empty();
        }
        Optional<SessionTable.Found> known = table.find(Secret.hash(token));
        if (known.isEmpty()) {
            return Optional.empty();
        }
        SessionTable.Found found = known.get();
        long now = clock.millis();
        String over = over(found, now);
        if (over != null) {
            end(logins.caller(found.account(), Channel.REST, source, null), found.id(), over);
            return Optional.empty();
        }
        if (now - found.usedAt() >= MINUTE) {
            table.used(found.id(), found.usedAt(), now);
        }
        Caller caller = caller(found.account(), found.factor(), source, acting);
        boolean named = acting != null && !acting.isBlank();
        return Optional.of(named ? caller : chosen(caller, found.acting()));
    }

    // Where a role asks for a second factor, a session without it is good for setting one up and nothing else.
    private Caller caller(Account account, boolean factor, String source, String acting) {
        if (factor || !factors.requiredOf(account)) {
            return logins.caller(account, Channel.REST, source, acting);
        }
        return new Caller(account.account(), account.name(), List.of(), null, Channel.REST, source);
    }

    // A clock that is set back lets a session neither end nor live beyond what it was promised by that clock.
    private String over(SessionTable.Found found, long now) {
        if (found.changes() != found.changesNow() || !found.account().state().equals("ACTIVE")) {
            return "ACCOUNT_CHANGED";
        }
        if (now - found.openedAt() >= absolute) {
            return "SESSION_LIFETIME";
        }
        return now - found.usedAt() >= idle ? "SESSION_IDLE" : null;
    }

    /** Acts as the session has chosen, as long as the account may. */
    private Caller chosen(Caller caller, String acting) {
        return caller.bindings().stream().map(Binding::toString).anyMatch(held -> held.equals(acting))
                ? logins.caller(caller, acting)
                : caller;
    }

    @Override
    public List<Session> own(Caller caller, String token) {
        String hash = Secret.isOne(token) ? Secret.hash(token) : null;
        return operations.read(caller, PlatformPermissions.OWN_SESSIONS, scope -> alive(caller.account(), hash));
    }

    @Override
    public void endOwn(Caller caller, String id) {
        operations.run(
                caller,
                Act.of(PlatformPermissions.OWN_SESSION_END, "session", id, null),
                unit -> done(table.delete(id, caller.account()), id),
                (scope, known) -> null);
    }

    @Override
    public void logout(Caller caller, String token) {
        endOwn(caller, current(caller, token));
    }

    @Override
    public void actAs(Caller caller, String token, String acting) {
        Caller as = logins.caller(caller, acting);
        String id = current(caller, token);
        operations.run(
                as,
                Act.of(PlatformPermissions.OWN_SESSION_ACT, "session", id, null),
                unit -> done(
                        table.actAs(
                                Secret.hash(token),
                                caller.account(),
                                as.acting().toString()),
                        id),
                (scope, known) -> null);
    }

    private String current(Caller caller, String token) {
        if (!Secret.isOne(token)) {
            throw new NotFound();
        }
        return table.id(Secret.hash(token), caller.account()).orElseThrow(NotFound::new);
    }

    @Override
    public List<Session> list(Caller caller, String account) {
        return operations.read(caller, "platform.session.list", scope -> alive(account, null));
    }

    @Override
    public void end(Caller caller, String id) {
        operations.run(
                caller,
                Act.of("platform.session.end", "session", id, null),
                unit -> done(table.delete(id), id),
                (scope, known) -> null);
    }

    @Override
    public int endAll(Caller caller, String account) {
        return operations.run(
                caller,
                Act.of("platform.session.end", "account", account, null),
                unit -> {
                    if (account == null || account.isBlank()) {
                        throw new Invalid("account", "REQUIRED", "应写明账户名");
                    }
                    return Done.of(table.deleteAll(account), account, 0, null);
                },
                (scope, known) -> 0);
    }

    private static Done<Void> done(boolean there, String id) {
        if (!there) {
            throw new NotFound();
        }
        return Done.of(null, id, 0, null);
    }

    private List<Session> alive(String account, String hash) {
        long now = clock.millis();
        return table.alive(account, hash, now - idle, now - absolute, MOST_LISTED);
    }

    // Sessions that nobody comes back to: at most once a minute, when somebody logs in anyway.
    private void clear() {
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
    private void end(Caller caller, String id, String why) {
        if (table.delete(id)) {
            write(caller, "platform.session.end", id, why);
        }
    }

    private void write(Caller caller, String operation, String id, String reason) {
        log.write(caller, new Act(operation, "session", id, null, null), "OK", reason);
    }
}
