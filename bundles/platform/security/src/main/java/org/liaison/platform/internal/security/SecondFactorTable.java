package org.liaison.platform.internal.security;

import java.util.List;
import java.util.Optional;

/** The rows of second factors and recovery codes; the secrets stand in {@link SecretStore}. Thread-safe. */
final class SecondFactorTable {
    private final Rows rows;

    SecondFactorTable(Rows rows) {
        this.rows = rows;
    }

    Optional<Factor> find(String account) {
        return rows
                .query(
                        row -> new Factor(row.getInt(1) == 1, row.getLong(2)),
                        "SELECT confirmed, last_step FROM security.second_factor WHERE account = ?",
                        account)
                .stream()
                .findFirst();
    }

    /** Notes an unconfirmed factor instead of the one before. */
    void begin(String account) {
        drop(account);
        rows.update("INSERT INTO security.second_factor (account, confirmed, last_step) VALUES (?, 0, 0)", account);
    }

    /** Uses a step up. @return whether it was the first time, over all nodes */
    boolean use(String account, long step) {
        return rows.update(
                        "UPDATE security.second_factor SET last_step = ? WHERE account = ? AND last_step < ?",
                        step,
                        account,
                        step)
                == 1;
    }

    void confirm(String account, List<String> codes) {
        rows.update("UPDATE security.second_factor SET confirmed = 1 WHERE account = ?", account);
        codes.forEach(code -> rows.update(
                "INSERT INTO security.recovery_code (account, code) VALUES (?, ?)", account, Secret.hash(code)));
    }

    /** Uses a recovery code up. @return whether there was such a code */
    boolean use(String account, String code) {
        return rows.update(
                        "DELETE FROM security.recovery_code WHERE account = ? AND code = ?", account, Secret.hash(code))
                == 1;
    }

    /** @return whether there was one */
    boolean drop(String account) {
        rows.update("DELETE FROM security.recovery_code WHERE account = ?", account);
        return rows.update("DELETE FROM security.second_factor WHERE account = ?", account) == 1;
    }

    /** Makes sessions and remembered passwords of an account worthless. */
    void changed(String account) {
        rows.update("UPDATE security.account SET changes = changes + 1 WHERE account = ?", account);
    }

    /** A factor as it stands. @param lastStep the newest step that was used */
    record Factor(boolean confirmed, long lastStep) {}
}
