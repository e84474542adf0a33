package org.liaison.platform.internal.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.liaison.platform.api.Account;
import org.liaison.platform.api.Sessions.Session;

/** The rows of sessions. Thread-safe. */
final class SessionTable {
    // an account that changed since has none
    private static final String ALIVE = " FROM security.session s JOIN security.account a ON a.account = s.account"
            + " AND a.changes = s.changes AND a.state = 'ACTIVE' WHERE s.used_at > ? AND s.opened_at > ?";

    private final Rows rows;

    SessionTable(DataSource source) {
        rows = new Rows(source);
    }

    /** A session with its account as it is now. */
    record Found(
            String id,
            String acting,
            long changes,
            boolean factor,
            long openedAt,
            long usedAt,
            Account account,
            long changesNow) {}

    /** One select over three indexes, whatever the number of bindings. */
    Optional<Found> find(String hash) {
        return rows.read(
                SessionTable::found,
                "SELECT s.id, s.acting, s.changes, s.opened_at, s.used_at, a.account, a.name, a.state, a.must_change,"
                        + " a.changes, s.factor, b.role, b.scope, b.until FROM security.session s"
                        + " JOIN security.account a ON a.account = s.account"
                        + " LEFT JOIN security.binding b ON b.account = s.account"
                        + " WHERE s.token = ? ORDER BY b.role, b.scope",
                hash);
    }

    private static Optional<Found> found(ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        String id = row.getString(1);
        String acting = row.getString(2);
        long changes = row.getLong(3);
        long openedAt = row.getLong(4);
        long usedAt = row.getLong(5);
        String account = row.getString(6);
        String name = row.getString(7);
        String state = row.getString(8);
        boolean mustChange = row.getInt(9) == 1;
        long changesNow = row.getLong(10);
        boolean factor = row.getInt(11) == 1;
        Account present = new Account(account, name, state, mustChange, AccountTable.bindings(row, 12));
        return Optional.of(new Found(id, acting, changes, factor, openedAt, usedAt, present, changesNow));
    }

    void insert(
            String id,
            String hash,
            String account,
            String acting,
            long changes,
            boolean factor,
            String source,
            String agent,
            long at) {
        rows.update(
                "INSERT INTO security.session (id, token, account, acting, changes, factor, source, agent, opened_at, used_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                hash,
                account,
                acting,
                changes,
                factor ? 1 : 0,
                source,
                agent,
                at,
                at);
    }

    /** Notes a use; of several at once one does. */
    void used(String id, long before, long now) {
        rows.update("UPDATE security.session SET used_at = ? WHERE id = ? AND used_at = ?", now, id, before);
    }

    /** @return whether there was such a session */
    boolean actAs(String hash, String account, String acting) {
        return rows.update(
                        "UPDATE security.session SET acting = ? WHERE token = ? AND account = ?", acting, hash, account)
                == 1;
    }

    boolean delete(String id) {
        return rows.update("DELETE FROM security.session WHERE id = ?", id) == 1;
    }

    boolean delete(String id, String account) {
        return rows.update("DELETE FROM security.session WHERE id = ? AND account = ?", id, account) == 1;
    }

    int deleteAll(String account) {
        return rows.update("DELETE FROM security.session WHERE account = ?", account);
    }

    /** The id of an account's session with this token. */
    Optional<String> id(String hash, String account) {
        return rows
                .query(
                        row -> row.getString(1),
                        "SELECT id FROM security.session WHERE token = ? AND account = ?",
                        hash,
                        account)
                .stream()
                .findFirst();
    }

    /** Sessions that live, the last used first. @param account null = of all */
    List<Session> alive(String account, String currentHash, long usedAfter, long openedAfter, int most) {
        String select = "SELECT s.id, s.account, s.acting, s.source, s.agent, s.opened_at, s.used_at, s.token" + ALIVE
                + (account == null ? "" : " AND s.account = ?") + " ORDER BY s.used_at DESC, s.id";
        Rows.Row<Session> reader = row -> new Session(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                Instant.ofEpochMilli(row.getLong(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                row.getString(8).equals(currentHash));
        return account == null
                ? rows.query(most, reader, select, usedAfter, openedAfter)
                : rows.query(most, reader, select, usedAfter, openedAfter, account);
    }

    /** Sessions that have ended by their time: id and account. */
    List<Ended> ended(long usedUntil, long openedUntil, int most) {
        return rows.query(
                most,
                row -> new Ended(row.getString(1), row.getString(2)),
                "SELECT id, account FROM security.session WHERE used_at <= ? OR opened_at <= ?",
                usedUntil,
                openedUntil);
    }

    /** A session that is over. */
    record Ended(String id, String account) {}
}
