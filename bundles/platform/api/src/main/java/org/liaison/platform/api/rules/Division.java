package org.liaison.platform.api.rules;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An administrative division of GB/T 2260 (行政区划), domain page 2.2. Codes are retired and used again by change, so one
 * code may have several rows with different years. The source gives years: a row counts from the first day of its first
 * year to the last day of its last.
 *
 * @param code six digits, {@code PPCCDD}
 * @param name Chinese name at that time
 * @param level 1 province, 2 prefecture, 3 county
 * @param parent code of the division above; null for a province
 * @param validFrom first day; null when it is older than the list
 * @param validTo last day; null while it exists
 */
public record Division(String code, String name, int level, String parent, LocalDate validFrom, LocalDate validTo) {
    public Division {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(name, "name");
        if (!code.matches("[1-9][0-9]{5}") || level < 1 || level > 3) {
            throw new IllegalArgumentException("no division: " + code + ", level " + level);
        }
    }

    /** Whether the division existed on that day; both ends count. */
    public boolean validAt(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || !day.isAfter(validTo));
    }

    /** Whether this is a counter row (市辖区, 县) that is nobody's address and no dispatcher. */
    public boolean pseudo() {
        return "市辖区".equals(name) || "县".equals(name);
    }
}
