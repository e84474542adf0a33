package org.liaison.platform.internal.store;

import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A Derby in memory with the platform's tables and one transaction a thread. */
public final class LocalDatabase implements Database {
    private static final Pattern TABLE = Pattern.compile(
            "<createTable schemaName=\"platform\" tableName=\"(\\w+)\">(.*?)</createTable>", Pattern.DOTALL);
    private static final Pattern COLUMN = Pattern.compile("<column name=\"(\\w+)\" type=\"([^\"]+)\"");
    private static final Pattern SQL = Pattern.compile("<sql>(.*?)</sql>", Pattern.DOTALL);
    private final String url = "jdbc:derby:memory:" + UUID.randomUUID();
    private final ThreadLocal<Connection> running = new ThreadLocal<>();

    public LocalDatabase() throws Exception {
        try (Connection connection = DriverManager.getConnection(url + ";create=true");
                InputStream changelog = LocalDatabase.class.getResourceAsStream("/db/platform.xml");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE SCHEMA platform");
            connection.setSchema("PLATFORM");
            String xml = new String(changelog.readAllBytes(), StandardCharsets.UTF_8);
            statement.execute("CREATE SEQUENCE platform.audit_id AS BIGINT START WITH 1");
            for (Matcher table = TABLE.matcher(xml); table.find(); ) {
                statement.execute("CREATE TABLE platform." + table.group(1) + " (" + columns(table.group(2)) + ")");
            }
            for (Matcher sql = SQL.matcher(xml); sql.find(); ) {
                for (String one : sql.group(1).split(";")) {
                    if (!one.isBlank()) {
                        statement.execute(one);
                    }
                }
            }
        }
    }

    /** Names and types only: what the tests tamper with needs no keys. */
    private static String columns(String xml) {
        return COLUMN.matcher(xml)
                .results()
                .map(column -> column.group(1) + " " + column.group(2))
                .collect(Collectors.joining(", "));
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
