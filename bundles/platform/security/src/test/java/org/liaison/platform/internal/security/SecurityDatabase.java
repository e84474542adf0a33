package org.liaison.platform.internal.security;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
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
import org.liaison.platform.api.AuditTrail;
import org.liaison.platform.api.Binding;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Channel;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.LiaisonException;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;

/** A database in memory with this bundle's changelog, a trail that remembers, and a door whose acts are transactions. */
final class SecurityDatabase extends ExternalResource implements Operations, AuditTrail {
    /** Rounds of a hash that is checked at once. */
    static final int CHEAP = 2;

    final List<Recorded> trail = new CopyOnWriteArrayList<>();
    final SettableClock clock = new SettableClock();
    final DataSource source = (DataSource) Proxy.newProxyInstance(
            SecurityDatabase.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, values) -> connection());

    private final TableGate gate = new TableGate();
    private final String url = "jdbc:derby:memory:security-" + UUID.randomUUID();
    private final ThreadLocal<Connection> running = new ThreadLocal<>();

    @Override
    protected void before() throws Exception {
        gate.add(PlatformPermissions.TABLE);
        try (Connection connection = DriverManager.getConnection(url + ";create=true")) {
            connection.createStatement().execute("CREATE SCHEMA security");
            Database database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            ((DerbyDatabase) database).setShutdownEmbeddedDerby(false);
            new Liquibase("db/security.xml", new ClassLoaderResourceAccessor(), database).update(new Contexts());
        }
    }

    /** A new account with a password and roles everywhere. @return its name */
    String account(String password, Role... roles) {
        String name = "u" + UUID.randomUUID().toString().substring(0, 8);
        AccountTable accounts = new AccountTable(source);
        accounts.insert(name, "张三", PasswordHash.of(password.toCharArray(), CHEAP), false);
        for (Role role : roles) {
            accounts.bind(name, new Binding(role, Scope.ALL, null));
        }
        return name;
    }

    /** Somebody with a role everywhere. */
    static Caller caller(String account, Role role) {
        Binding binding = new Binding(role, Scope.ALL, null);
        return new Caller(account, account, List.of(binding), binding, Channel.CONSOLE, "127.0.0.1");
    }

    List<String> operations(String subjectId) {
        return trail.stream()
                .filter(one -> subjectId.equals(one.act().subjectId()))
                .map(one -> one.act().operation() + " " + one.result())
                .toList();
    }

    private Connection connection() throws SQLException {
        Connection current = running.get();
        return current == null ? DriverManager.getConnection(url) : kept(current);
    }

    private static Connection kept(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                SecurityDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
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
            Scope scope = gate.admit(caller, act.operation());
            connection.setAutoCommit(false);
            running.set(connection);
            try {
                Done<T> done = work.apply(new RunningUnit(caller, scope, clock.instant()));
                connection.commit();
                trail.add(new Recorded(caller, act, "OK", done.reason()));
                return done.value();
            } finally {
                running.remove();
                connection.rollback();
            }
        } catch (LiaisonException e) {
            trail.add(new Recorded(caller, act, "REFUSED", e.code()));
            throw e;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public <T> T read(Caller caller, String operation, Function<Scope, T> work) {
        return work.apply(gate.admit(caller, operation));
    }

    @Override
    public void record(Caller caller, Act act, String result, String reason) {
        trail.add(new Recorded(caller, act, result, reason));
    }

    @Override
    public Proof verify(LongConsumer progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Deed> done(String subject, long after, int limit) {
        throw new UnsupportedOperationException();
    }

    /** One record of the trail. */
    record Recorded(Caller caller, Act act, String result, String reason) {}

    /** A clock that stands where it is put, in Asia/Shanghai. */
    static final class SettableClock extends Clock {
        private volatile Instant now = Instant.parse("2026-03-05T02:00:00Z");

        void move(Duration by) {
            now = now.plus(by);
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("Asia/Shanghai");
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

    private record RunningUnit(Caller caller, Scope scope, Instant now) implements Unit {
        @Override
        public LocalDate today() {
            return LocalDate.ofInstant(now, ZoneId.of("Asia/Shanghai"));
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
