package org.liaison.platform.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liaison.platform.internal.database.Dialect;

/** Gapless counters. Rows are locked in name order until commit, so two acts can never wait for each other. */
final class Counters {
    private Counters() {}

    static Map<String, Long> next(Connection connection, Set<String> series) throws SQLException {
        Map<String, Long> values = new TreeMap<>();
        for (String name : new TreeSet<>(series)) {
            values.put(name, next(connection, name));
        }
        return values;
    }

    private static long next(Connection connection, String series) throws SQLException {
        return Dialect.of(connection) == Dialect.POSTGRESQL
                ? upsert(connection, series)
                : addOrBegin(connection, series);
    }

    private static long upsert(Connection connection, String series) throws SQLException {
        try (PreparedStatement upsert =
                connection.prepareStatement("INSERT INTO platform.counter AS c (series, value) VALUES (?, 1)"
                        + " ON CONFLICT (series) DO UPDATE SET value = c.value + 1 RETURNING value")) {
            return value(upsert, series);
        }
    }

    // Derby rolls back only the statement that failed, so whoever loses the race for a new series adds to it.
    private static long addOrBegin(Connection connection, String series) throws SQLException {
        if (!add(connection, series) && !begin(connection, series)) {
            add(connection, series);
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT value FROM platform.counter WHERE series = ?")) {
            return value(select, series);
        }
    }

    private static boolean add(Connection connection, String series) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE platform.counter SET value = value + 1 WHERE series = ?")) {
            update.setString(1, series);
            return update.executeUpdate() == 1;
        }
    }

    private static boolean begin(Connection connection, String series) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO platform.counter (series, value) VALUES (?, 1)")) {
            insert.setString(1, series);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            if ("23505".equals(e.getSQLState())) {
                return false;
            }
            throw e;
        }
    }

    private static long value(PreparedStatement statement, String series) throws SQLException {
        statement.setString(1, series);
        try (ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
