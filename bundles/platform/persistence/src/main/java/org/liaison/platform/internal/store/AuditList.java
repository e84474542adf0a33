package org.liaison.platform.internal.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.liaison.platform.api.Invalid;
import org.liaison.platform.api.audit.AuditEntry;
import org.liaison.platform.api.audit.AuditFilter;

/** One question to the audit trail, the newest records first. For one use. */
final class AuditList {
    private static final String SELECT = "SELECT " + String.join(", ", AuditRow.COLUMNS) + " FROM platform.audit";

    private final List<String> conditions = new ArrayList<>();
    private final List<Object> values = new ArrayList<>();

    AuditList(AuditFilter filter) {
        where("account = ?", filter.account());
        where("written_at >= ?", filter.from() == null ? null : start(filter.from()));
        where("written_at < ?", filter.to() == null ? null : start(filter.to().plusDays(1)));
        where("operation = ?", filter.operation());
        where("subject_id = ?", filter.object());
        where("result = ?", filter.result());
    }

    private void where(String condition, Object value) {
        if (value != null) {
            conditions.add(condition);
            values.add(value);
        }
    }

    /** Only these operations; one that ends in a dot means all that begin so. */
    AuditList operations(Collection<String> names) {
        List<String> either = new ArrayList<>();
        for (String name : names) {
            either.add(name.endsWith(".") ? "operation LIKE ?" : "operation = ?");
            values.add(name.endsWith(".") ? name + "%" : name);
        }
        conditions.add("(" + String.join(" OR ", either) + ")");
        return this;
    }

    /** Only these accounts; none = nothing. */
    AuditList accounts(Collection<String> names) {
        conditions.add(
                names.isEmpty()
                        ? "1 = 0"
                        : "account IN (" + String.join(", ", Collections.nCopies(names.size(), "?")) + ")");
        values.addAll(names);
        return this;
    }

    List<AuditEntry> page(Sql sql, String after, int limit) {
        if (after != null) {
            int cut = after.indexOf('~');
            String at = cursorTime(after, cut);
            conditions.add("written_at <= ? AND (written_at < ? OR id < ?)");
            values.addAll(List.of(at, at, cursorId(after, cut)));
        }
        String where = conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
        return sql.query(
                limit, AuditList::entry, SELECT + where + " ORDER BY written_at DESC, id DESC", values.toArray());
    }

    static String cursor(AuditEntry last) {
        return AuditTable.text(last.at()) + "~" + last.id();
    }

    private static String cursorTime(String after, int cut) {
        try {
            return AuditTable.text(Instant.parse(after.substring(0, Math.max(cut, 0))));
        } catch (DateTimeException e) {
            throw unknown();
        }
    }

    private static long cursorId(String after, int cut) {
        try {
            return Long.parseLong(after.substring(cut + 1));
        } catch (NumberFormatException e) {
            throw unknown();
        }
    }

    private static Invalid unknown() {
        return Invalid.malformed("after", "CURSOR", "翻页位置无效，请从第一页重新开始");
    }

    private static String start(LocalDate day) {
        return AuditTable.text(day.atStartOfDay(ClockService.ZONE).toInstant());
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        return new AuditEntry(
                row.getLong(1),
                Instant.parse(row.getString(2)),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getString(10),
                row.getString(11),
                row.getString(12),
                row.getString(13),
                row.getString(14));
    }
}
