package org.liaison.platform.internal.security;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.liaison.platform.api.Unavailable;

/** Statements of this bundle. Inside an act the connection is the act's own: the pool is enlisted. Thread-safe. */
final class Rows {
    private final DataSource source;

    Rows(DataSource source) {
        this.source = source;
    }

    /** @return rows changed */
    int update(String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw busy(e);
        }
    }

    /** Makes several changes, all or none; outside of any act. */
    void updateAll(List<Change> changes) {
        try (Connection connection = source.getConnection()) {
            connection.setAutoCommit(false);
            try {
                for (Change change : changes) {
                    try (PreparedStatement statement = connection.prepareStatement(change.sql())) {
                        bind(statement, change.values());
                        statement.executeUpdate();
                    }
                }
                connection.commit();
            } finally {
                // what was not committed goes; the pool gets its connection back as it was
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            throw busy(e);
        }
    }

    <T> List<T> query(Row<T> reader, String sql, Object... values) {
        return query(0, reader, sql, values);
    }

    /** Gives the whole answer to a reader. */
    <T> T read(Row<T> reader, String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            try (ResultSet row = statement.executeQuery()) {
                return reader.read(row);
            }
        } catch (SQLException e) {
            throw busy(e);
        }
    }

    /** Reads rows; at most {@code limit}, 0 = all. */
    <T> List<T> query(int limit, Row<T> reader, String sql, Object... values) {
        try (Connection connection = source.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.setMaxRows(limit);
            try (ResultSet row = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (row.next()) {
                    found.add(reader.read(row));
                }
                return found;
            }
        } catch (SQLException e) {
            throw busy(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            if (values[i] instanceof Long number) {
                statement.setLong(i + 1, number);
            } else if (values[i] instanceof Integer number) {
                statement.setInt(i + 1, number);
            } else {
                statement.setString(i + 1, (String) values[i]);
            }
        }
    }

    private static Unavailable busy(SQLException e) {
        return new Unavailable("DATABASE_BUSY", "数据库繁忙或暂时不可用，请稍后再试", e);
    }

    /** One change of several. */
    record Change(String sql, Object... values) {}

    /** Reads one row, or the answer as a whole. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
