package org.liaison.platform.internal.notices;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liaison.platform.api.notice.Notice;

/** The rows of inboxes. Stateless but for its source; instants are milliseconds. */
final class NoticeTable {
    static final String INSERT = "INSERT INTO notices.notice (id, version, account, scope, rule_name, subject,"
            + " subject_id, office_id, occasion, remind_day, title, body, due_on, created_at, unread)"
            + " VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)";
    private static final String SELECT = "SELECT id, version, rule_name, subject, subject_id, office_id, title, body,"
            + " due_on, created_at, read_at FROM notices.notice WHERE account = ? AND scope = ?";
    private static final int MOST_TOLD = 10_000;

    private final Rows rows;

    NoticeTable(Rows rows) {
        this.rows = rows;
    }

    /** Who was told this occasion of the rule, or was reminded of the subject on the day, already. */
    Set<String> told(String subject, String subjectId, String rule, String occasion, LocalDate day) {
        return new HashSet<>(rows.query(
                MOST_TOLD,
                row -> row.getString(1),
                "SELECT account FROM notices.notice WHERE subject_id = ? AND subject = ?"
                        + " AND ((rule_name = ? AND occasion = ?) OR remind_day = ?)",
                subjectId,
                subject,
                rule,
                occasion,
                day));
    }

    Optional<Notice> find(String account, String scope, String id) {
        return rows.query(1, NoticeTable::notice, SELECT + " AND id = ?", account, scope, id).stream()
                .findFirst();
    }

    /** The newest ones that are older than the cursor. */
    List<Notice> page(String account, String scope, boolean unread, InboxCursor after, int limit) {
        String sql = SELECT
                + (unread ? " AND unread = 1" : "")
                + (after == null ? "" : " AND created_at <= ? AND (created_at < ? OR id < ?)")
                + " ORDER BY created_at DESC, id DESC";
        return after == null
                ? rows.query(limit, NoticeTable::notice, sql, account, scope)
                : rows.query(
                        limit, NoticeTable::notice, sql, account, scope, after.millis(), after.millis(), after.id());
    }

    /** Never reads further than the limit. */
    int unread(String account, String scope, int limit) {
        return rows.query(
                        limit,
                        row -> 1,
                        "SELECT id FROM notices.notice WHERE account = ? AND scope = ? AND unread = 1",
                        account,
                        scope)
                .size();
    }

    /** @return whether the row still had the version */
    boolean read(String id, long version, Instant now) {
        return rows.update(
                        "UPDATE notices.notice SET unread = 0, read_at = COALESCE(read_at, ?), version = version + 1"
                                + " WHERE id = ? AND version = ?",
                        now.toEpochMilli(),
                        id,
                        version)
                == 1;
    }

    private static Notice notice(ResultSet row) throws SQLException {
        String due = row.getString(9);
        long readAt = row.getLong(11);
        return new Notice(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                due == null ? null : LocalDate.parse(due),
                Instant.ofEpochMilli(row.getLong(10)),
                readAt == 0 ? null : Instant.ofEpochMilli(readAt));
    }
}
