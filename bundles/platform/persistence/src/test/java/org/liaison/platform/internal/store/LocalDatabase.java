package org.liaison.platform.internal.store;

import java.lang.reflect.Proxy;
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

    /** Derby in memory. */
    public LocalDatabase() throws Exception {
        this("jdbc:derby:memory:" + UUID.randomUUID() + ";create=true");
    }

    private LocalDatabase(String url) throws Exception {
        this.url = url;
        try (Connection connection = DriverManager.getConnection(url)) {
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
    }

    /** A fresh database on the one PostgreSQL of this JVM. */
    public static LocalDatabase postgresql() throws Exception {
        return new LocalDatabase(LocalServer.start().getJdbcUrl("postgres", LocalServer.create("")));
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
