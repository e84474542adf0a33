package org.liaison.benchmarks.load;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liaison.benchmarks.load.Statements.Statement;
import org.liaison.benchmarks.load.Statements.Transaction;

/** The peer of a write: the same transactions with the same values, by raw JDBC, on a copy of the same database. */
final class Replay implements AutoCloseable {
    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    /** @param database folder of an embedded database that no other process has open */
    Replay(Path database) throws SQLException {
        connection = DriverManager.getConnection("jdbc:derby:" + database, "app", "");
        connection.setAutoCommit(false);
    }

    /** @return nanoseconds of each transaction */
    List<Long> run(List<List<Transaction>> acts) throws SQLException {
        List<Long> times = new ArrayList<>();
        for (List<Transaction> act : acts) {
            long begin = System.nanoTime();
            for (Transaction transaction : act) {
                for (Statement statement : transaction.statements()) {
                    execute(statement);
                }
                connection.commit();
            }
            times.add(System.nanoTime() - begin);
        }
        return times;
    }

    private void execute(Statement statement) throws SQLException {
        PreparedStatement call = prepared.get(statement.sql());
        if (call == null) {
            call = connection.prepareStatement(statement.sql());
            prepared.put(statement.sql(), call);
        }
        for (int i = 0; i < statement.values().size(); i++) {
            set(call, i + 1, statement.values().get(i));
        }
        if (call.execute()) {
            try (ResultSet rows = call.getResultSet()) {
                int columns = rows.getMetaData().getColumnCount();
                while (rows.next()) {
                    for (int column = 1; column <= columns; column++) {
                        rows.getString(column);
                    }
                }
            }
        }
    }

    private static void set(PreparedStatement call, int place, String value) throws SQLException {
        int type = call.getParameterMetaData().getParameterType(place);
        switch (type) {
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> call.setBytes(
                    place, value == null ? null : value.getBytes(StandardCharsets.US_ASCII));
            default -> call.setString(place, value);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
        try {
            DriverManager.getConnection("jdbc:derby:;shutdown=true").close();
        } catch (SQLException expected) {
            // the embedded engine answers its own end with an exception
        }
    }
}
