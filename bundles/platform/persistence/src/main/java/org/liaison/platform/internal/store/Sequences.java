package org.liaison.platform.internal.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.liaison.platform.internal.database.Dialect;

/** Database sequences on both databases. */
final class Sequences {
    private Sequences() {}

    static long next(Connection connection, String sequence) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet value = statement.executeQuery(Dialect.of(connection).nextValue(sequence))) {
            value.next();
            return value.getLong(1);
        }
    }
}
