package org.liaison.platform.internal.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Done;

/** Idempotency keys: which request of an account had which result. Written in the transaction of the act itself. */
final class RequestKeys {
    private RequestKeys() {}

    /**
     * The id that the first request with this key produced.
     *
     * @throws Conflict {@code KEY_REUSED} when the key belongs to another request
     */
    static Optional<String> result(Connection connection, Caller caller, Act act) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT operation, digest, result_id FROM platform.request_key WHERE account = ? AND req_key = ?")) {
            select.setString(1, caller.account());
            select.setString(2, act.key());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    return Optional.empty();
                }
                if (!row.getString(1).equals(act.operation())
                        || !row.getString(2).equals(act.digest())) {
                    throw Conflict.keyReused();
                }
                return Optional.of(row.getString(3));
            }
        }
    }

    static void insert(Connection connection, Caller caller, Act act, Done<?> done, Instant at) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO platform.request_key"
                        + " (account, req_key, operation, digest, result_id, result_version, written_at) VALUES (?, ?, ?, ?, ?, ?, ?)")) {
            insert.setString(1, caller.account());
            insert.setString(2, act.key());
            insert.setString(3, act.operation());
            insert.setString(4, act.digest());
            insert.setString(5, done.id());
            insert.setLong(6, done.version());
            insert.setString(7, at.toString());
            insert.executeUpdate();
        }
    }
}
