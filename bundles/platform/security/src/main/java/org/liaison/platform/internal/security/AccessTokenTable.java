package org.liaison.platform.internal.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.liaison.platform.api.AccessTokens.AccessToken;
import org.liaison.platform.api.Account;

/** The rows of access tokens. Thread-safe. */
final class AccessTokenTable {
    private final Rows rows;

    AccessTokenTable(DataSource source) {
        rows = new Rows(source);
    }

    /** A token with its owner as he is now. @param usedAt 0 = never */
    record Found(String id, String acting, boolean readOnly, LocalDate until, long usedAt, Account account) {}

    Optional<Found> find(String hash) {
        return rows.read(
                AccessTokenTable::found,
                "SELECT t.id, t.acting, t.read_only, t.until_day, t.used_at, a.account, a.name, a.state,"
                        + " a.must_change, b.role, b.scope, b.until FROM security.access_token t"
                        + " JOIN security.account a ON a.account = t.account"
                        + " LEFT JOIN security.binding b ON b.account = t.account WHERE t.token = ?",
                hash);
    }

    private static Optional<Found> found(ResultSet row) throws SQLException {
        if (!row.next()) {
            return Optional.empty();
        }
        String id = row.getString(1);
        String acting = row.getString(2);
        boolean readOnly = row.getInt(3) == 1;
        LocalDate until = LocalDate.parse(row.getString(4));
        long usedAt = row.getLong(5);
        String account = row.getString(6);
        String name = row.getString(7);
        String state = row.getString(8);
        boolean mustChange = row.getInt(9) == 1;
        Account owner = new Account(account, name, state, mustChange, AccountTable.bindings(row, 10));
        return Optional.of(new Found(id, acting, readOnly, until, usedAt, owner));
    }

    void insert(AccessToken token, String hash) {
        rows.update(
                "INSERT INTO security.access_token (id, token, account, name, acting, read_only, until_day, made_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                token.id(),
                hash,
                token.account(),
                token.name(),
                token.acting(),
                token.readOnly() ? 1 : 0,
                token.until().toString(),
                token.madeAt().toEpochMilli());
    }

    /** Notes a use; of several at once one does. */
    void used(String id, long before, long now) {
        rows.update(
                "UPDATE security.access_token SET used_at = ? WHERE id = ? AND COALESCE(used_at, 0) = ?",
                now,
                id,
                before);
    }

    /** @return whether there was such a token */
    boolean delete(String id) {
        return rows.update("DELETE FROM security.access_token WHERE id = ?", id) == 1;
    }

    boolean delete(String id, String account) {
        return rows.update("DELETE FROM security.access_token WHERE id = ? AND account = ?", id, account) == 1;
    }

    /** The newest first. @param account null = of all */
    List<AccessToken> list(String account, int most) {
        String select = "SELECT id, account, name, acting, read_only, until_day, made_at, used_at"
                + " FROM security.access_token" + (account == null ? "" : " WHERE account = ?")
                + " ORDER BY made_at DESC, id";
        return account == null
                ? rows.query(most, AccessTokenTable::token, select)
                : rows.query(most, AccessTokenTable::token, select, account);
    }

    private static AccessToken token(ResultSet row) throws SQLException {
        long usedAt = row.getLong(8);
        return new AccessToken(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getInt(5) == 1,
                LocalDate.parse(row.getString(6)),
                Instant.ofEpochMilli(row.getLong(7)),
                usedAt == 0 ? null : Instant.ofEpochMilli(usedAt));
    }
}
