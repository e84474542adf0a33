package org.liaison.platform.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.TransactionManager;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Gate;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Migrated;
import org.liaison.platform.api.NotFound;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventAdmin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The door: one JTA transaction an act, shared by every persistence unit on the one pooled data source. */
@Component(configurationPid = Settings.PID)
public final class JtaOperations implements Operations {
    private static final Logger LOG = LoggerFactory.getLogger(JtaOperations.class);

    private final TransactionManager transactions;
    private final DataSource source;
    private final Gate gate;
    private final Clock clock;
    private final EventAdmin events;
    private final AuditTable audit;

    @Activate
    public JtaOperations(
            @Reference TransactionManager transactions,
            @Reference(target = "(osgi.jndi.service.name=liaison)") DataSource source,
            @Reference Gate gate,
            @Reference Clock clock,
            @Reference EventAdmin events,
            @Reference(target = "(schema=platform)") Migrated migrated,
            Settings settings) {
        this(transactions, source, gate, clock, events, new AuditTable(KeyFile.folder(settings)));
    }

    JtaOperations(
            TransactionManager transactions,
            DataSource source,
            Gate gate,
            Clock clock,
            EventAdmin events,
            AuditTable audit) {
        this.transactions = transactions;
        this.source = source;
        this.gate = gate;
        this.clock = clock;
        this.events = events;
        this.audit = audit;
    }

    @Override
    public <T> T run(Caller caller, Act asked, Function<Unit, Done<T>> work, BiFunction<Scope, String, T> reread) {
        Act act = audit.sealed(asked);
        try {
            Scope scope = gate.admit(caller, act.operation());
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
        try (Connection connection = source.getConnection()) {
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
        JtaUnit unit;
        Done<T> done;
        try {
            transactions.begin();
            try (Connection connection = source.getConnection()) {
                unit = new JtaUnit(connection, caller, scope, clock);
                done = work.apply(unit);
                audit.insert(connection, unit.now(), caller, act, done, "OK", done.reason());
                if (act.key() != null) {
                    RequestKeys.insert(connection, caller, act, done, unit.now());
                }
            }
            transactions.commit();
        } catch (Exception failure) {
            rollback();
            throw Failures.of(failure);
        }
        unit.outgoing().forEach(this::tell);
        return done.value();
    }

    private void rollback() {
        try {
            if (transactions.getStatus() != Status.STATUS_NO_TRANSACTION) {
                transactions.rollback();
            }
        } catch (Exception e) {
            LOG.error("a transaction could not be rolled back", e);
        }
    }

    private void tell(JtaUnit.Outgoing event) {
        events.postEvent(new Event(event.topic(), Map.of("id", event.id(), "version", event.version())));
    }

    // A refusal has its own transaction: the act's one is gone by now.
    private void refused(Caller caller, Act act, LiaisonException refusal) {
        try {
            transactions.begin();
            try (Connection connection = source.getConnection()) {
                audit.insert(connection, clock.instant(), caller, act, null, "REFUSED", refusal.code());
            }
            transactions.commit();
        } catch (Exception e) {
            rollback();
            LOG.error("refusal {} of {} to {} is not in the audit trail", refusal.code(), act.operation(), caller, e);
        }
    }
}
