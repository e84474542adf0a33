package org.liaison.platform.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.internal.database.Dialect;

/** Statements over a {@link Database}; SQL errors come out as {@link SqlFailed}. Thread-safe. */
public final class Sql {
    private final Database database;

    public Sql(Database database) {
        this.database = database;
    }

    /** Runs one statement. @return rows touched */
    public int update(String sql, Object... values) {
        try (Connection connection = database.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    /** Runs one statement for many rows, in one round trip. */
    public void batch(String sql, List<Object[]> rows) {
        try (Connection connection = database.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (Object[] row : rows) {
                bind(statement, row);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    /** Reads rows; at most {@code limit}, 0 = all. */
    public <T> List<T> query(int limit, Row<T> reader, String sql, Object... values) {
        try (Connection connection = database.open();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, values);
            statement.setMaxRows(limit);
            try (ResultSet rows = statement.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    /** Reads the single number that the statement gives; 0 when it is NULL. */
    public long number(String sql, Object... values) {
        return query(1, rows -> rows.getLong(1), sql, values).get(0);
    }

    /** What the database speaks. */
    Dialect dialect() {
        try (Connection connection = database.open()) {
            return Dialect.of(connection);
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    /** The next value of a sequence, on Derby and PostgreSQL alike. */
    public long next(String sequence) {
        try (Connection connection = database.open()) {
            return Sequences.next(connection, sequence);
        } catch (SQLException e) {
            throw new SqlFailed(e);
        }
    }

    private static void bind(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value instanceof Long number) {
                statement.setLong(i + 1, number);
            } else {
                statement.setString(i + 1, value == null ? null : value.toString());
            }
        }
    }

    /** Reads one row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }
}
