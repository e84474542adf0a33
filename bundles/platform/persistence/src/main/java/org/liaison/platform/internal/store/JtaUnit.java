package org.liaison.platform.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;

/** The running transaction. */
final class JtaUnit implements Unit {
    private final Connection connection;
    private final Caller caller;
    private final Scope scope;
    private final Instant now;
    private final List<Outbox.Fact> facts = new ArrayList<>();

    JtaUnit(Connection connection, Caller caller, Scope scope, Clock clock) {
        this.connection = connection;
        this.caller = caller;
        this.scope = scope;
        this.now = clock.instant();
    }

    @Override
    public Caller caller() {
        return caller;
    }

    @Override
    public Scope scope() {
        return scope;
    }

    @Override
    public Instant now() {
        return now;
    }

    @Override
    public LocalDate today() {
        return LocalDate.ofInstant(now, ClockService.ZONE);
    }

    @Override
    public long next(String sequence) {
        try {
            return Sequences.next(connection, sequence);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public Map<String, Long> numbers(Set<String> series) {
        try {
            return Counters.next(connection, series);
        } catch (SQLException e) {
            throw Failures.of(e);
        }
    }

    @Override
    public void publish(String topic, String id, long version) {
        facts.add(new Outbox.Fact(topic, id, version));
    }

    List<Outbox.Fact> facts() {
        return facts;
    }
}
