package org.liaison.platform.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Done;

/** Writes audit rows, each under its HMAC. The key is a file outside the database. */
final class AuditTable {
    private static final String INSERT = "INSERT INTO platform.audit (" + String.join(", ", AuditRow.COLUMNS)
            + ", hmac) VALUES (" + "?, ".repeat(AuditRow.COLUMNS.size()) + "?)";

    private final byte[] key;

    AuditTable(Path data) {
        key = KeyFile.readOrMake(data.resolve("keys").resolve("audit.key"));
    }

    byte[] key() {
        return key;
    }

    void insert(Connection connection, Instant at, Caller caller, Act act, Done<?> done, String result, String reason)
            throws SQLException {
        long id = Sequences.next(connection, "platform.audit_id");
        AuditRow row = new AuditRow(
                id,
                at.toString(),
                caller.account(),
                caller.acting() == null ? null : caller.acting().toString(),
                caller.channel().name(),
                caller.source(),
                act.operation(),
                act.subject(),
                done == null ? act.subjectId() : done.id(),
                done == null ? null : done.officeId(),
                done == null ? null : done.fromState(),
                done == null ? null : done.toState(),
                result,
                cut(reason));
        insert(connection, row, row.hmac(key));
    }

    static void insert(Connection connection, AuditRow row, String hmac) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setLong(1, row.id());
            List<String> texts = row.texts();
            for (int i = 0; i < texts.size(); i++) {
                insert.setString(i + 2, texts.get(i));
            }
            insert.setString(texts.size() + 2, hmac);
            insert.executeUpdate();
        }
    }

    private static String cut(String reason) {
        return reason == null || reason.length() <= 2000 ? reason : reason.substring(0, 2000);
    }
}
