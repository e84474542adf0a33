package org.liaison.platform.api.paper;

import java.time.LocalDate;

/** Days as official documents write them (GB/T 9704): Arabic digits, no leading zero. */
public final class Dates {
    private Dates() {}

    /** {@code 2026年3月5日}; a null day leaves room to write. */
    public static String full(LocalDate day) {
        return day == null
                ? "　　　　年　　月　　日"
                : day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
