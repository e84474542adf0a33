package org.liaison.registration.internal.service;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** How the numbers of a filing are written; the only place that knows their form. Years are those of the act. */
final class Numbers {
    private Numbers() {}

    /** Application number {@code SQ-YYYYMMDD-NNNN}; the sequence grows past four digits rather than wrap. */
    static String application(LocalDate day, long value) {
        return "SQ-%s-%04d".formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), value);
    }

    /** Gapless series of decision numbers: one a code word and year. */
    static String decisionSeries(String codeWord, int year) {
        return "decision/" + codeWord + "/" + year;
    }

    /** Decision number (发文字号); the number has no leading zeros and no 第, GB/T 9704. */
    static String decision(String codeWord, int year, long value) {
        return codeWord + "\u3014" + year + "\u3015" + value + "号";
    }

    /** Gapless series of certificate numbers: one a host city and year. */
    static String certificateSeries(String hostCity, int year) {
        return "certificate/" + hostCity + "/" + year;
    }

    /** Certificate number (登记证号). */
    static String certificate(String codeWord, String hostCity, int year, long value) {
        return "%s第%s%d%04d号".formatted(codeWord, hostCity, year, value);
    }

    /** Registration number (登记编号), from a sequence. */
    static String registration(String hostCity, int year, long value) {
        return "%s-%d-%04d".formatted(hostCity, year, value);
    }
}
