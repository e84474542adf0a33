package org.liaison.platform.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Forbidden;
import org.liaison.platform.api.Gate;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door: one transaction an act, shared by every persistence unit on the one pooled data source. */
@Component(configurationPid = Settings.PID)
public final class JtaOperations implements Operations {
    private static final Logger LOG = LoggerFactory.getLogger(JtaOperations.class);

    private final Database database;
    private final Gate gate;
    private final Clock clock;
    private final Outbox outbox;
    private final AuditTable audit;

    @Activate
    public JtaOperations(
            @Reference Database database,
            @Reference Gate gate,
            @Reference Clock clock,
            @Reference Outbox outbox,
            Settings settings) {
        this(database, gate, clock, outbox, new AuditTable(KeyFile.folder(settings)));
    }

    JtaOperations(Database database, Gate gate, Clock clock, Outbox outbox, AuditTable audit) {
        this.database = database;
        this.gate = gate;
        this.clock = clock;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Override
    public <T> T run(Caller caller, Act asked, Function<Unit, Done<T>> work, BiFunction<Scope, String, T> reread) {
        Act act = audit.sealed(asked);
        try {
            Scope scope = gate.admit(caller, act.operation());
            if (caller.limit() == Caller.Limit.READ_ONLY_TOKEN) {
                throw new Forbidden("READ_ONLY", "此访问令牌只能读取");
            }
            Optional<String> before = before(caller, act);
            return before.isPresent() ? reread.apply(scope, before.get()) : first(caller, act, scope, work, reread);
        } catch (LiaisonException refusal) {
            refused(caller, act, refusal);
            throw refusal;
        }
    }

    @Override
    public <T> T read(Caller caller, String operation, Function<Scope, T> work) {
        try {
            return work.apply(gate.admit(caller, operation));
        } catch (NotFound missing) {
            throw missing;
        } catch (LiaisonException refusal) {
            refused(caller, new Act(operation, "read", null, null, null), refusal);
            throw refusal;
        } catch (RuntimeException failure) {
            throw Failures.of(failure);
        }
    }

    private Optional<String> before(Caller caller, Act act) {
        if (act.key() == null) {
            return Optional.empty();
        }
        try (Connection connection = database.open()) {
            return RequestKeys.result(connection, caller, act);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    private <T> T first(
            Caller caller, Act act, Scope scope, Function<Unit, Done<T>> work, BiFunction<Scope, String, T> reread) {
        try {
            return transact(caller, act, scope, work);
        } catch (RuntimeException failure) {
            // A twin with the same key may have won the race: then this call is the repeat, whatever it failed with.
            Optional<String> twin = before(caller, act);
            if (twin.isPresent()) {
                return reread.apply(scope, twin.get());
            }
            throw failure;
        }
    }

    private <T> T transact(Caller caller, Act act, Scope scope, Function<Unit, Done<T>> work) {
        Written<T> written;
        try {
            written = database.inTransaction(() -> write(caller, act, scope, work));
        } catch (RuntimeException failure) {
            throw Failures.of(failure);
        }
        outbox.committed(written.auditId(), written.facts());
        return written.value();
    }

    private <T> Written<T> write(Caller caller, Act act, Scope scope, Function<Unit, Done<T>> work) {
        try (Connection connection = database.open()) {
            JtaUnit unit = new JtaUnit(connection, caller, scope, clock);
            Done<T> done = work.apply(unit);
            long auditId = audit.insert(connection, unit.now(), caller, act, done, "OK", done.reason());
            Outbox.write(connection, auditId, unit.facts());
            if (act.key() != null) {
                RequestKeys.insert(connection, caller, act, done, unit.now());
            }
            return new Written<>(done.value(), auditId, unit.facts());
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    // The act's transaction is gone by now.
    private void refused(Caller caller, Act act, LiaisonException refusal) {
        try {
            audit.record(database, clock.instant(), caller, act, "REFUSED", refusal.code());
        } catch (RuntimeException e) {
            LOG.error("refusal {} of {} to {} is not in the audit trail", refusal.code(), act.operation(), caller, e);
        }
    }

    /** What a transaction left. */
    private record Written<T>(T value, long auditId, List<Outbox.Fact> facts) {}
}
