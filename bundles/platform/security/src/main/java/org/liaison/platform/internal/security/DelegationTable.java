package org.liaison.platform.internal.security;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liaison.platform.api.Role;
import org.liaison.platform.api.account.Delegation;

/** The rows of delegations; days and times are text of one length. */
final class DelegationTable {
    private static final String SELECT = "SELECT id, version, giver, taker, role, scope, from_on, until_on, reason,"
            + " given_at, ended_by, ended_at FROM security.delegation WHERE ";

    private final Rows rows;

    DelegationTable(Rows rows) {
        this.rows = rows;
    }

    void insert(Delegation given) {
        rows.update(
                "INSERT INTO security.delegation (id, version, giver, taker, role, scope, from_on, until_on, reason,"
                        + " given_at) VALUES (?, 0, ?, ?, ?, ?, ?, ?, ?, ?)",
                given.id(),
                given.giver(),
                given.taker(),
                given.role().name(),
                given.scope(),
                given.from().toString(),
                given.until().toString(),
                given.reason(),
                RequestTable.text(given.givenAt()));
    }

    /** Whether the right is handed over for one of the days already. */
    boolean overlaps(Delegation wanted) {
        return !rows.query(
                        1,
                        row -> 1,
                        "SELECT id FROM security.delegation WHERE giver = ? AND role = ? AND scope = ?"
                                + " AND ended_at IS NULL AND from_on <= ? AND until_on >= ?",
                        wanted.giver(),
                        wanted.role().name(),
                        wanted.scope(),
                        wanted.until().toString(),
                        wanted.from().toString())
                .isEmpty();
    }

    Optional<Delegation> find(String id) {
        return rows.query(1, DelegationTable::delegation, SELECT + "id = ?", id).stream()
                .findFirst();
    }

    /**
     * The newest ones that are older than the cursor.
     *
     * @param account giver or taker; null = everybody's
     */
    List<Delegation> page(String account, Cursor after, int limit) {
        List<Object> values = new ArrayList<>();
        String condition = "1 = 1";
        if (account != null) {
            condition = "(giver = ? OR taker = ?)";
            values.addAll(List.of(account, account));
        }
        if (after != null) {
            condition += " AND given_at <= ? AND (given_at < ? OR id < ?)";
            values.addAll(List.of(after.at(), after.at(), after.id()));
        }
        return rows.query(
                limit,
                DelegationTable::delegation,
                SELECT + condition + " ORDER BY given_at DESC, id DESC",
                values.toArray());
    }

    /** @return whether the row still had the version */
    boolean end(String id, long version, String by, Instant at) {
        return rows.update(
                        "UPDATE security.delegation SET version = version + 1, ended_by = ?, ended_at = ?"
                                + " WHERE id = ? AND version = ?",
                        by,
                        RequestTable.text(at),
                        id,
                        version)
                == 1;
    }

    private static Delegation delegation(ResultSet row) throws SQLException {
        String ended = row.getString(12);
        return new Delegation(
                row.getString(1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
                Role.valueOf(row.getString(5)),
                row.getString(6),
                LocalDate.parse(row.getString(7)),
                LocalDate.parse(row.getString(8)),
                row.getString(9),
                Instant.parse(row.getString(10)),
                row.getString(11),
                ended == null ? null : Instant.parse(ended));
    }
}
