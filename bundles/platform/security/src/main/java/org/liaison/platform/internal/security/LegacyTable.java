package org.liaison.platform.internal.security;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liaison.platform.api.ApiScope;
import org.liaison.platform.api.LegacyAccounts.Legacy;
import org.liaison.platform.api.LegacyAccounts.Terms;
import org.liaison.platform.api.Networks;

/** The rows of legacy accounts, each beside a row of its account and its binding as LEG, which holds the end date. */
final class LegacyTable {
    private static final String SELECT = "SELECT l.account, a.name, l.owner, l.scopes, l.addresses, b.until, l.digest,"
            + " a.state, l.used_at, l.secret FROM security.legacy_account l"
            + " JOIN security.account a ON a.account = l.account"
            + " JOIN security.binding b ON b.account = l.account AND b.role = 'LEG'";

    private final Rows rows;

    LegacyTable(Rows rows) {
        this.rows = rows;
    }

    /** An account with the SHA-256 of its secret in hex. */
    record Stored(Legacy legacy, String secret) {}

    Optional<Stored> find(String account) {
        return rows.query(LegacyTable::read, SELECT + " WHERE l.account = ?", account).stream()
                .findFirst();
    }

    List<Legacy> list(int most) {
        return rows.query(most, LegacyTable::read, SELECT + " ORDER BY l.account").stream()
                .map(Stored::legacy)
                .toList();
    }

    void insert(Terms terms, String secret) {
        rows.update(
                "INSERT INTO security.legacy_account (account, owner, scopes, addresses, digest, secret)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                terms.account(),
                terms.owner(),
                terms.scopes().stream().map(ApiScope::code).sorted().collect(Collectors.joining(",")),
                terms.addresses().toString(),
                terms.digest() ? 1 : 0,
                secret);
    }

    void secret(String account, String secret) {
        rows.update("UPDATE security.legacy_account SET secret = ? WHERE account = ?", secret, account);
    }

    void used(String account, Instant at) {
        rows.update("UPDATE security.legacy_account SET used_at = ? WHERE account = ?", at.toEpochMilli(), account);
    }

    void close(String account) {
        rows.update("UPDATE security.account SET state = 'CLOSED', changes = changes + 1 WHERE account = ?", account);
    }

    private static Stored read(ResultSet row) throws SQLException {
        Date until = row.getDate(6);
        Terms terms = new Terms(
                row.getString(1),
                row.getString(2),
                row.getString(3),
                Arrays.stream(row.getString(4).split(","))
                        .flatMap(code -> ApiScope.of(code).stream())
                        .collect(Collectors.toSet()),
                Networks.parse(row.getString(5)),
                until.toLocalDate(),
                row.getInt(7) == 1);
        String state = row.getString(8);
        long used = row.getLong(9);
        return new Stored(new Legacy(terms, state, used == 0 ? null : Instant.ofEpochMilli(used)), row.getString(10));
    }
}
