package org.liaison.platform.internal.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.platform.api.Conflict;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.account.AccountRequest;
import org.liaison.platform.api.account.RequestState;

/** The rows of requests; the sight is part of every query. Times are text of one length, so they sort as they read. */
final class RequestTable {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private static final String SELECT = "SELECT id, version, state, account, name, role, scope, until_on, reason,"
            + " approver, requested_by, requested_at, decided_by, decided_at, opinion, done_by, done_at"
            + " FROM security.account_request WHERE ";

    private final Rows rows;

    RequestTable(Rows rows) {
        this.rows = rows;
    }

    void insert(AccountRequest made, String city) {
        rows.update(
                "INSERT INTO security.account_request (id, version, state, account, name, role, scope, city, until_on,"
                        + " reason, approver, requested_by, requested_at, open_key)"
                        + " VALUES (?, 0, 'REQUESTED', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                made.id(),
                made.account(),
                made.name(),
                made.role().name(),
                made.scope(),
                city,
                made.until() == null ? null : made.until().toString(),
                made.reason(),
                made.approver().name(),
                made.requestedBy(),
                text(made.requestedAt()),
                key(made));
    }

    boolean isOpen(AccountRequest wanted) {
        return !rows.query(1, row -> 1, "SELECT id FROM security.account_request WHERE open_key = ?", key(wanted))
                .isEmpty();
    }

    /** Open requests of a requester, up to the limit. */
    int openOf(String requester, int limit) {
        return rows.query(
                        limit,
                        row -> 1,
                        "SELECT id FROM security.account_request WHERE requested_by = ? AND open_key IS NOT NULL",
                        requester)
                .size();
    }

    Optional<AccountRequest> find(Sight sight, String id) {
        List<Object> values = new ArrayList<>();
        if (sight.value() != null) {
            values.add(sight.value());
        }
        values.add(id);
        return rows
                .query(1, RequestTable::request, SELECT + sight.condition() + " AND id = ?", values.toArray())
                .stream()
                .findFirst();
    }

    /** The newest ones that are older than the cursor. */
    List<AccountRequest> page(Sight sight, RequestState state, Cursor after, int limit) {
        List<Object> values = new ArrayList<>();
        String condition = sight.condition();
        if (sight.value() != null) {
            values.add(sight.value());
        }
        if (state != null) {
            condition += " AND state = ?";
            values.add(state.name());
        }
        if (after != null) {
            condition += " AND requested_at <= ? AND (requested_at < ? OR id < ?)";
            values.addAll(List.of(after.at(), after.at(), after.id()));
        }
        return rows.query(
                limit,
                RequestTable::request,
                SELECT + condition + " ORDER BY requested_at DESC, id DESC",
                values.toArray());
    }

    /** Where a page that ends with this request goes on. */
    static Cursor cursor(AccountRequest last) {
        return new Cursor(text(last.requestedAt()), last.id());
    }

    /** @throws Conflict {@code STALE} when the row has another version by now */
    void decide(AccountRequest row, long version, RequestState state, String by, Instant at, String opinion) {
        moved(rows.update(
                "UPDATE security.account_request SET version = version + 1, state = ?, decided_by = ?, decided_at = ?,"
                        + " opinion = ?, open_key = ? WHERE id = ? AND version = ?",
                state.name(),
                by,
                text(at),
                opinion,
                state == RequestState.APPROVED ? key(row) : null,
                row.id(),
                version));
    }

    /** @throws Conflict {@code STALE} when the row has another version by now */
    void close(AccountRequest row, long version, RequestState state, String by, Instant at) {
        moved(rows.update(
                "UPDATE security.account_request SET version = version + 1, state = ?, done_by = ?, done_at = ?,"
                        + " open_key = NULL WHERE id = ? AND version = ?",
                state.name(),
                by,
                text(at),
                row.id(),
                version));
    }

    private static void moved(int changed) {
        if (changed == 0) {
            throw Conflict.stale();
        }
    }

    private static String key(AccountRequest request) {
        return request.account() + "|" + request.role() + "|" + request.scope();
    }

    private static AccountRequest request(ResultSet row) throws SQLException {
        String until = row.getString(8);
        return new AccountRequest(
                row.getString(1),
                row.getLong(2),
                RequestState.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                Role.valueOf(row.getString(6)),
                row.getString(7),
                until == null ? null : LocalDate.parse(until),
                row.getString(9),
                Role.valueOf(row.getString(10)),
                row.getString(11),
                time(row.getString(12)),
                row.getString(13),
                time(row.getString(14)),
                row.getString(15),
                row.getString(16),
                time(row.getString(17)));
    }

    /** A time as it stands in the rows of this schema. */
    static String text(Instant at) {
        return TIME.format(at);
    }

    private static Instant time(String text) {
        return text == null ? null : Instant.parse(text);
    }
}
