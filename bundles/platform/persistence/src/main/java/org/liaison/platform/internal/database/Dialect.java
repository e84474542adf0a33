package org.liaison.platform.internal.database;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Locale;
import org.osgi.service.jdbc.DataSourceFactory;

/** What the two databases say in different words. */
public enum Dialect {
    /** Inside the process: nobody else can hold its files. */
    DERBY("VALUES NEXT VALUE FOR %s", "VALUES 1"),
    /** A server that several nodes may share. */
    POSTGRESQL("SELECT nextval('%s')", "SELECT 1");

    private static final String SEQUENCE = "[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*";

    private final String next;
    private final String probe;

    Dialect(String next, String probe) {
        this.next = next;
        this.probe = probe;
    }

    /** The dialect of an open connection. */
    public static Dialect of(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? POSTGRESQL : DERBY;
    }

    /** The statement that gives the next value of a sequence such as {@code platform.audit_id}. */
    public String nextValue(String sequence) {
        if (!sequence.matches(SEQUENCE)) {
            throw new IllegalArgumentException("not a sequence: " + sequence);
        }
        return String.format(next, sequence);
    }

    /** The cheapest statement that proves a connection. */
    String probe() {
        return probe;
    }

    /** An unquoted name as the catalogue of this database spells it. */
    static String fold(Connection connection, String name) throws SQLException {
        DatabaseMetaData about = connection.getMetaData();
        return about.storesUpperCaseIdentifiers() ? name.toUpperCase(Locale.ROOT) : name.toLowerCase(Locale.ROOT);
    }

    /** How the drivers announce themselves as {@link DataSourceFactory} services. */
    static final class Drivers {
        static final String DERBY = "(" + DataSourceFactory.OSGI_JDBC_DRIVER_NAME + "=derby)";
        static final String POSTGRESQL = "(" + DataSourceFactory.OSGI_JDBC_DRIVER_CLASS + "=org.postgresql.Driver)";

        private Drivers() {}
    }
}
