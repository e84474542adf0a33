package org.liaison.platform.internal.security;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
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
import org.liaison.platform.api.Done;
import org.liaison.platform.api.Operations;
import org.liaison.platform.api.Scope;
import org.liaison.platform.api.Unit;
import org.liaison.platform.api.rules.Deadlines;

/** A database in memory with this bundle's changelog run on it, and a door with the real gate whose acts are transactions of their thread. */
abstract class GatedDatabase extends ExternalResource implements Operations {
    final DataSource source = (DataSource) Proxy.newProxyInstance(
            GatedDatabase.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, values) -> connection());

    private final String url = "jdbc:derby:memory:security-" + UUID.randomUUID();
    private final ThreadLocal<Connection> running = new ThreadLocal<>();
    private final TableGate gate = new TableGate();

    // The changelog runs once a JVM; every database starts from a copy.
    private static final class Migrated {
        static final Path COPY = make();

        private static Path make() {
            try (Connection connection = DriverManager.getConnection("jdbc:derby:memory:migrated;create=true");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE SCHEMA security");
                Database database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                ((DerbyDatabase) database).setShutdownEmbeddedDerby(false);
                new Liquibase("db/security.xml", new ClassLoaderResourceAccessor(), database).update(new Contexts());
                connection.setAutoCommit(true);
                Path folder = Files.createTempDirectory(Path.of("target"), "migrated");
                statement.execute("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE('" + folder + "')");
                return folder.resolve("migrated");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    protected void before() throws Exception {
        DriverManager.getConnection(url + ";createFrom=" + Migrated.COPY).close();
        gate.add(PlatformPermissions.TABLE);
    }

    @Override
    protected void after() {
        try {
            DriverManager.getConnection(url + ";drop=true").close();
        } catch (SQLException dropped) {
            // Derby answers so when it has dropped the database
        }
    }

    private Connection connection() throws SQLException {
        Connection current = running.get();
        return current == null ? DriverManager.getConnection(url) : kept(current);
    }

    // inside an act the pool gives the act's own connection, whose close ends nothing
    private static Connection kept(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                GatedDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, values) -> {
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

    /** Asks the gate and does the work in one transaction. */
    final <T> Done<T> admitted(Caller caller, Act act, Instant now, Function<Unit, Done<T>> work) {
        Scope scope = gate.admit(caller, act.operation());
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            running.set(connection);
            try {
                Done<T> done = work.apply(new RunningUnit(caller, scope, now));
                connection.commit();
                return done;
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
        return work.apply(gate.admit(caller, operation));
    }

    private record RunningUnit(Caller caller, Scope scope, Instant now) implements Unit {
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
