package org.liaison.platform.api.rules;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A unified social credit code (统一社会信用代码, GB 32100-2015) whose outer check character holds.
 *
 * @param value 18 characters, normalised
 * @param innerCheckHolds whether the check character of the subject code (GB 11714) holds too; codes converted in the past
 *     are not all clean, so a failure only warns
 */
public record Uscc(String value, boolean innerCheckHolds) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{2}\\d{6}[" + ALPHABET + "]{10}");
    private static final int[] OUTER = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] INNER = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int SUBJECT = 8;

    /** Reads a typed code; empty when it is none (null too). A typed letter O is not taken for a zero. */
    public static Optional<Uscc> parse(String typed) {
        String code = Normalisation.code(typed);
        if (code == null || !SHAPE.matcher(code).matches() || code.charAt(OUTER.length) != outerCheck(code)) {
            return Optional.empty();
        }
        return Optional.of(new Uscc(code, code.charAt(SUBJECT + INNER.length) == innerCheck(code)));
    }

    private static char outerCheck(String code) {
        int sum = 0;
        for (int i = 0; i < OUTER.length; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * OUTER[i];
        }
        int base = ALPHABET.length();
        return ALPHABET.charAt((base - sum % base) % base);
    }

    private static char innerCheck(String code) {
        int sum = 0;
        for (int i = 0; i < INNER.length; i++) {
            sum += Character.digit(code.charAt(SUBJECT + i), 36) * INNER[i];
        }
        int check = 11 - sum % 11;
        return check == 11 ? '0' : check == 10 ? 'X' : (char) ('0' + check);
    }
}
