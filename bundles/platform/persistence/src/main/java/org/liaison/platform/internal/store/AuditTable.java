package org.liaison.platform.internal.store;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.liaison.platform.api.Act;
import org.liaison.platform.api.Caller;
import org.liaison.platform.api.Done;
import org.liaison.platform.api.rules.FreeText;

/** Writes audit rows, each under its HMAC. The key is a file outside the database. */
final class AuditTable {
    private static final String INSERT = "INSERT INTO platform.audit (" + String.join(", ", AuditRow.COLUMNS)
            + ", hmac) VALUES (" + "?, ".repeat(AuditRow.COLUMNS.size()) + "?)";

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private static final int SUBJECT_ID = 64;
    private static final int REASON = 2000;

    private final byte[] key;

    /** @param keys folder of the keys */
    AuditTable(Path keys) {
        key = KeyFile.readOrMake(keys.resolve("audit.key"));
    }

    /**
     * The act with its digest under the key: a request that holds an identity number is else known by trying all numbers.
     */
    Act sealed(Act act) {
        if (act.digest() == null) {
            return act;
        }
        String digest = Chain.hmac(key, "request;" + act.digest());
        return new Act(act.operation(), act.subject(), act.subjectId(), act.key(), digest);
    }

    byte[] key() {
        return key;
    }

    /** @return the record's id */
    long insert(Connection connection, Instant at, Caller caller, Act act, Done<?> done, String result, String reason)
            throws SQLException {
        long id = Sequences.next(connection, "platform.audit_id");
        AuditRow row = new AuditRow(
                id,
                text(at),
                caller.account(),
                caller.acting() == null ? null : caller.acting().toString(),
                caller.channel().name(),
                caller.source(),
                act.operation(),
                act.subject(),
                done == null ? cut(FreeText.masked(act.subjectId()), SUBJECT_ID) : done.id(),
                done == null ? null : done.officeId(),
                done == null ? null : done.fromState(),
                done == null ? null : done.toState(),
                result,
                cut(FreeText.masked(reason), REASON));
        insert(connection, row, row.hmac(key));
        return id;
    }

    /** A time as it stands in a row: of one length, so that rows sort by it. */
    static String text(Instant at) {
        return TIME.format(at);
    }

    /** Writes a record outside of the thread's transaction: it stays whatever becomes of that. */
    void record(Database database, Instant at, Caller caller, Act act, String result, String reason) {
        database.apart(() -> {
            try (Connection connection = database.open()) {
                return insert(connection, at, caller, act, null, result, reason);
            } catch (SQLException e) {
                throw Failures.of(e);
            }
        });
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

    private static String cut(String text, int longest) {
        return text == null || text.length() <= longest ? text : text.substring(0, longest);
    }
}
