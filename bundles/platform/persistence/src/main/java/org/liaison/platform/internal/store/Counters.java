package org.liaison.platform.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

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
        if (!add(connection, series)) {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO platform.counter (series, value) VALUES (?, 1)")) {
                insert.setString(1, series);
                insert.executeUpdate();
                return 1;
            }
        }
        try (PreparedStatement select =
                connection.prepareStatement("SELECT value FROM platform.counter WHERE series = ?")) {
            select.setString(1, series);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }

    private static boolean add(Connection connection, String series) throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE platform.counter SET value = value + 1 WHERE series = ?")) {
            update.setString(1, series);
            return update.executeUpdate() == 1;
        }
    }
}
