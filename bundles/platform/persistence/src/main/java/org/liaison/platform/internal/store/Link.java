package org.liaison.platform.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/** A seal with the record it stands for; the record is null when it is gone. */
record Link(Seal seal, AuditRow row, String rowMac) {
    static Link read(ResultSet found) throws SQLException {
        Seal seal = new Seal(
                found.getLong("seq"),
                found.getLong("audit_id"),
                found.getString("previous"),
                found.getString("hash"),
                found.getString("seal_mac"));
        String rowMac = found.getString("hmac");
        return new Link(seal, rowMac == null ? null : row(found), rowMac);
    }

    private static AuditRow row(ResultSet found) throws SQLException {
        return new AuditRow(
                found.getLong("id"),
                found.getString("written_at"),
                found.getString("account"),
                found.getString("acting"),
                found.getString("channel"),
                found.getString("source"),
                found.getString("operation"),
                found.getString("subject"),
                found.getString("subject_id"),
                found.getString("office_id"),
                found.getString("from_state"),
                found.getString("to_state"),
                found.getString("result"),
                found.getString("reason"));
    }
}
