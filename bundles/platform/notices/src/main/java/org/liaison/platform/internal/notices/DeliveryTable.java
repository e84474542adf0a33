package org.liaison.platform.internal.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The rows of what is to be sent. A row is written only for who has given an address. Instants are milliseconds. */
final class DeliveryTable {
    private static final int FAILURE_LENGTH = 200;

    private final Rows rows;

    DeliveryTable(Rows rows) {
        this.rows = rows;
    }

    /** What is to be sent: the text, and where to. */
    record Delivery(String id, Way way, int attempts, String address, String title, String text) {}

    static String insert(Way way) {
        return "INSERT INTO notices.delivery (id, notice_id, channel, state, attempts, next_at)"
                + " SELECT CAST(? AS VARCHAR(36)), CAST(? AS VARCHAR(36)), CAST(? AS VARCHAR(5)), 'WAITING', 0,"
                + " CAST(? AS BIGINT) FROM notices.address WHERE account = ? AND " + way.column() + " IS NOT NULL";
    }

    /** The values for {@link #insert}. */
    static Object[] row(String noticeId, Way way, Instant now, String account) {
        return new Object[] {UUID.randomUUID().toString(), noticeId, way, now.toEpochMilli(), account};
    }

    /** What is to be tried now, longest waiting first. */
    List<Delivery> waiting(Way way, Instant now, int limit) {
        return rows.query(
                limit,
                row -> new Delivery(
                        row.getString(1), way, row.getInt(2), row.getString(3), row.getString(4), row.getString(5)),
                "SELECT d.id, d.attempts, a." + way.column() + ", n.title, n.body FROM notices.delivery d"
                        + " JOIN notices.notice n ON n.id = d.notice_id"
                        + " LEFT JOIN notices.address a ON a.account = n.account"
                        + " WHERE d.state = 'WAITING' AND d.next_at <= ? AND d.channel = ? ORDER BY d.next_at",
                now.toEpochMilli(),
                way);
    }

    /** Takes a row for one attempt, whoever else looks at it. @return whether it is ours */
    boolean take(Delivery delivery, Instant next) {
        return rows.update(
                        "UPDATE notices.delivery SET attempts = attempts + 1, next_at = ?"
                                + " WHERE id = ? AND state = 'WAITING' AND attempts = ?",
                        next.toEpochMilli(),
                        delivery.id(),
                        delivery.attempts())
                == 1;
    }

    void sent(String id, Instant at) {
        rows.update(
                "UPDATE notices.delivery SET state = 'SENT', sent_at = ?, failure = NULL WHERE id = ?",
                at.toEpochMilli(),
                id);
    }

    /** @param last whether it is not tried again */
    void failed(String id, String failure, boolean last) {
        rows.update(
                "UPDATE notices.delivery SET state = ?, failure = ? WHERE id = ?",
                last ? "FAILED" : "WAITING",
                failure.length() <= FAILURE_LENGTH ? failure : failure.substring(0, FAILURE_LENGTH),
                id);
    }

    /** Rows that were given up after the instant, or are waiting for more than one attempt; counted up to the limit. */
    int troubled(String state, Instant since, int limit) {
        return rows.query(
                        limit,
                        row -> 1,
                        "SELECT id FROM notices.delivery WHERE state = ? AND next_at >= ? AND failure IS NOT NULL",
                        state,
                        since.toEpochMilli())
                .size();
    }
}
