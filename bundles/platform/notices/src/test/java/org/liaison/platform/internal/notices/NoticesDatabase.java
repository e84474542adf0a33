package org.liaison.platform.internal.notices;

import static org.mockito.Mockito.mock;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import javax.sql.DataSource;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.rules.ExternalResource;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.rules.Deadlines;

/** A database in memory with this bundle's changelog, and a door whose acts are transactions of their thread on it. */
final class NoticesDatabase extends ExternalResource implements Operations {
    final List<Act> acts = new ArrayList<>();
    final SettableClock clock = new SettableClock();

    private final String url = "jdbc:derby:memory:notices-" + UUID.randomUUID();
    private final ThreadLocal<Connection> running = new ThreadLocal<>();

    @Override
    protected void before() throws Exception {
        try (Connection connection = DriverManager.getConnection(url + ";create=true")) {
            connection.createStatement().execute("CREATE SCHEMA notices");
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            ((DerbyDatabase) database).setShutdownEmbeddedDerby(false);
            new Liquibase("db/notices.xml", new ClassLoaderResourceAccessor(), database).update(new Contexts());
        }
    }

    Rows rows() {
        return new Rows(mock(DataSource.class, call -> connection()));
    }

    long count(String sql) {
        return rows().query(1, row -> row.getLong(1), sql).get(0);
    }

    private Connection connection() throws SQLException {
        Connection current = running.get();
        return current == null ? DriverManager.getConnection(url) : kept(current);
    }

    private static Connection kept(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                NoticesDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, values);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public <T> T run(Caller caller, Act act, Function<Unit, Done<T>> work, BiFunction<Scope, String, T> reread) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            running.set(connection);
            try {
                T value = work.apply(new RunningUnit(caller, clock.instant())).value();
                connection.commit();
                acts.add(act);
                return value;
            } catch (IllegalStateException e) {
                throw e.getCause() instanceof SQLException sql && "23505".equals(sql.getSQLState())
                        ? new Conflict("DUPLICATE", "已有相同的数据")
                        : e;
            } finally {
                running.remove();
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <T> T read(Caller caller, String operation, Function<Scope, T> work) {
        return work.apply(caller.acting().scope());
    }

    /** A clock that stands where it is put, in Asia/Shanghai. */
    static final class SettableClock extends Clock {
        private Instant now = at("2026-03-05T10:00:00");

        static Instant at(String local) {
            return LocalDateTime.parse(local).atZone(Deadlines.ZONE).toInstant();
        }

        void set(String local) {
            now = at(local);
        }

        void set(Instant instant) {
            now = instant;
        }

        @Override
        public ZoneId getZone() {
            return Deadlines.ZONE;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    private record RunningUnit(Caller caller, Instant now) implements Unit {
        @Override
        public Scope scope() {
            return caller.acting().scope();
        }

        @Override
        public LocalDate today() {
            return LocalDate.ofInstant(now, Deadlines.ZONE);
        }

        @Override
        public long next(String sequence) {
            throw new UnsupportedOperationException(sequence);
        }

        @Override
        public Map<String, Long> numbers(Set<String> series) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void publish(String topic, String id, long version) {
            throw new UnsupportedOperationException(topic);
        }
    }
}
