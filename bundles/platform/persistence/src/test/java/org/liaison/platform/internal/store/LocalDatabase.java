package org.liaison.platform.internal.store;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Supplier;
import liquibase.Contexts;
import liquibase.Liquibase;
import liquibase.database.DatabaseFactory;
import liquibase.database.core.DerbyDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.ClassLoaderResourceAccessor;

/** A database with the platform's tables and one transaction a thread: Derby in memory, or a fresh one on a real PostgreSQL. */
public final class LocalDatabase implements Database {
    private final String url;
    private final ThreadLocal<Connection> running = new ThreadLocal<>();

    // The changelog runs once a JVM; every database in memory starts from a copy.
    private static final class Migrated {
        static final Path COPY = make();

        private static Path make() {
            try (Connection connection = DriverManager.getConnection("jdbc:derby:memory:migrated;create=true");
                    Statement statement = connection.createStatement()) {
                migrate(connection);
                connection.setAutoCommit(true);
                Path folder = Files.createTempDirectory(Path.of("target"), "migrated");
                statement.execute("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE('" + folder + "')");
                return folder.resolve("migrated");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Derby in memory. */
    public LocalDatabase() throws Exception {
        this("jdbc:derby:memory:" + UUID.randomUUID());
        DriverManager.getConnection(url + ";createFrom=" + Migrated.COPY).close();
    }

    private LocalDatabase(String url) {
        this.url = url;
    }

    /** A fresh database on the one PostgreSQL of this JVM. */
    public static LocalDatabase postgresql() throws Exception {
        LocalDatabase database = new LocalDatabase(LocalServer.start().getJdbcUrl("postgres", LocalServer.create("")));
        try (Connection connection = DriverManager.getConnection(database.url)) {
            migrate(connection);
        }
        return database;
    }

    private static void migrate(Connection connection) throws Exception {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA platform");
        }
        liquibase.database.Database database =
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
        if (database instanceof DerbyDatabase derby) {
            derby.setShutdownEmbeddedDerby(false);
        }
        new Liquibase("db/platform.xml", new ClassLoaderResourceAccessor(), database).update(new Contexts());
    }

    /** Tampers with the tables as somebody with the database's password would. */
    public void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public Connection open() throws SQLException {
        Connection current = running.get();
        return current == null ? DriverManager.getConnection(url) : kept(current);
    }

    private static Connection kept(Connection connection) {
        return (Connection) Proxy.newProxyInstance(
                LocalDatabase.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("close")) {
                        return null;
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (java.lang.reflect.InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public <T> T inTransaction(Supplier<T> work) {
        try (Connection connection = DriverManager.getConnection(url)) {
            connection.setAutoCommit(false);
            running.set(connection);
            try {
                T result = work.get();
                connection.commit();
                return result;
            } finally {
                running.remove();
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new TransactionFailed(e);
        }
    }

    @Override
    public <T> T apart(Supplier<T> work) {
        Connection outer = running.get();
        running.remove();
        try {
            return work.get();
        } finally {
            if (outer != null) {
                running.set(outer);
            }
        }
    }
}
