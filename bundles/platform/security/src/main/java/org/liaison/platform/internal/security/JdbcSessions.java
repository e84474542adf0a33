package org.liaison.platform.internal.security;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Done;
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
    private final SessionTable table;
    private final SessionLife life;
    private final SessionLogins logins;
    private final Operations operations;

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
        AccessLog log = new AccessLog(() -> trail, clock);
        this.table = new SessionTable(source);
        this.life = new SessionLife(table, log, clock, idle, absolute);
        this.logins = new SessionLogins(logins, factors, table, life, log, clock);
        this.operations = operations;
    }

    @Override
    public Optional<Opened> open(Login login) {
        return logins.open(login);
    }

    @Override
    public Optional<Caller> caller(String token, String source, String acting) {
        return Secret.isOne(token)
                ? table.find(Secret.hash(token)).flatMap(found -> caller(found, source, acting))
                : Optional.empty();
    }

    private Optional<Caller> caller(SessionTable.Found found, String source, String acting) {
        String over = life.over(found);
        if (over != null) {
            life.end(logins.caller(found.account(), true, source, null), found.id(), over);
            return Optional.empty();
        }
        life.use(found);
        Caller caller = logins.caller(found.account(), found.factor(), source, acting);
        boolean named = acting != null && !acting.isBlank();
        return Optional.of(named ? caller : chosen(caller, found.acting()));
    }

    /** Acts as the session has chosen, as long as the account may. */
    private static Caller chosen(Caller caller, String acting) {
        return caller.bindings().stream().map(Binding::toString).anyMatch(held -> held.equals(acting))
                ? AccountCallers.acting(caller, acting)
                : caller;
    }

    @Override
    public List<Session> own(Caller caller, String token) {
        String hash = Secret.isOne(token) ? Secret.hash(token) : null;
        return operations.read(caller, PlatformPermissions.OWN_SESSIONS, scope -> life.alive(caller.account(), hash));
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
        Caller as = AccountCallers.acting(caller, acting);
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
        return operations.read(caller, "platform.session.list", scope -> life.alive(account, null));
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
}
