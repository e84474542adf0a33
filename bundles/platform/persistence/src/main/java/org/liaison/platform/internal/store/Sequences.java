package org.liaison.platform.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** Database sequences on both databases. */
final class Sequences {
    private static final Pattern NAME = Pattern.compile("[a-z_]+\\.[a-z_]+");

    private Sequences() {}

    static long next(Connection connection, String sequence) throws SQLException {
        if (!NAME.matcher(sequence).matches()) {
            throw new IllegalArgumentException("not a sequence: " + sequence);
        }
        boolean derby = connection.getMetaData().getDatabaseProductName().contains("Derby");
        try (Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery(
                        derby ? "VALUES NEXT VALUE FOR " + sequence : "SELECT nextval('" + sequence + "')")) {
            value.next();
            return value.getLong(1);
        }
    }
}
