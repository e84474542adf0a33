package org.liaison.platform.internal.security;

import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Passwords that were replaced, as hashes. The newest row also tells since when the present password is in use. */
final class FormerPasswords {
    private final Rows rows;

    FormerPasswords(DataSource source) {
        rows = new Rows(source);
    }

    /** The last ones of an account, the newest first. */
    List<String> hashes(String account, int most) {
        return most < 1
                ? List.of()
                : rows.query(
                        most,
                        row -> row.getString(1),
                        "SELECT password FROM security.former_password WHERE account = ? ORDER BY change_no DESC",
                        account);
    }

    /** Keeps a replaced password, and of the earlier ones so many; one row at least, for its time. */
    void keep(String account, long change, String hash, long now, int most) {
        rows.update(
                "INSERT INTO security.former_password (account, change_no, password, replaced_at) VALUES (?, ?, ?, ?)",
                account,
                change,
                hash,
                now);
        List<Long> kept = rows.query(
                Math.max(1, most),
                row -> row.getLong(1),
                "SELECT change_no FROM security.former_password WHERE account = ? ORDER BY change_no DESC",
                account);
        rows.update(
                "DELETE FROM security.former_password WHERE account = ? AND change_no < ?",
                account,
                kept.get(kept.size() - 1));
    }

    /** When the present password was chosen, ms since 1970; empty when it was given with the account. */
    Optional<Long> since(String account) {
        return rows
                .query(
                        1,
                        row -> row.getLong(1),
                        "SELECT replaced_at FROM security.former_password WHERE account = ? ORDER BY change_no DESC",
                        account)
                .stream()
                .findFirst();
    }
}
