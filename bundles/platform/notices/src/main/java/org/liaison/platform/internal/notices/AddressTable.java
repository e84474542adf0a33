package org.liaison.platform.internal.notices;

import org.liaison.platform.api.notice.Inbox.Addresses;

/** The rows of people's own addresses. */
final class AddressTable {
    private static final Addresses NONE = new Addresses(null, null, 0);

    private final Rows rows;

    AddressTable(Rows rows) {
        this.rows = rows;
    }

    Addresses find(String account) {
        return rows
                .query(
                        1,
                        row -> new Addresses(row.getString(1), row.getString(2), row.getLong(3)),
                        "SELECT email, mobile, version FROM notices.address WHERE account = ?",
                        account)
                .stream()
                .findFirst()
                .orElse(NONE);
    }

    /** @return whether the row still had the version; two first writes at once end as a conflict of the key */
    boolean put(String account, Addresses wanted) {
        if (wanted.version() == 0 && find(account).version() == 0) {
            return rows.update(
                            "INSERT INTO notices.address (account, version, email, mobile) VALUES (?, 1, ?, ?)",
                            account,
                            wanted.email(),
                            wanted.mobile())
                    == 1;
        }
        return rows.update(
                        "UPDATE notices.address SET email = ?, mobile = ?, version = version + 1"
                                + " WHERE account = ? AND version = ?",
                        wanted.email(),
                        wanted.mobile(),
                        account,
                        wanted.version())
                == 1;
    }
}
