package org.liaison.platform.api.rules;

/**
 * Unified social credit code (统一社会信用代码, GB 32100-2015), domain page 2.18: eighteen characters, two check characters.
 *
 * @param value the normalised text: upper case, half-width, without blanks and hyphens; never repaired further
 * @param checked {@code USCC_LENGTH}, {@code USCC_CHARACTER}, {@code USCC_DIVISION} and {@code USCC_CHECK} are errors;
 *     {@code USCC_INNER_CHECK} is a warning, as codes converted in the past are not all clean
 */
public record Uscc(String value, Checked checked) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int[] WEIGHTS = {1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28};
    private static final int[] INNER_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};

    /** Normalises and checks what was typed; null counts as empty. */
    public static Uscc parse(String typed) {
        String value = typed == null ? "" : Normalisation.code(typed).replaceAll("[-－‐–]", "");
        return new Uscc(value, check(value));
    }

    private static Checked check(String value) {
        if (value.codePointCount(0, value.length()) != 18) {
            return Checked.error("USCC_LENGTH", "统一社会信用代码应为18位");
        }
        if (value.chars().anyMatch(c -> ALPHABET.indexOf(c) < 0)) {
            return Checked.error("USCC_CHARACTER", "统一社会信用代码只含数字和大写字母，且不含I、O、S、V、Z");
        }
        if (!value.substring(2, 8).chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Checked.error("USCC_DIVISION", "统一社会信用代码第3至8位应为登记管理机关行政区划码");
        }
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(value.charAt(i)) * WEIGHTS[i];
        }
        if (ALPHABET.charAt((31 - sum % 31) % 31) != value.charAt(17)) {
            return Checked.error("USCC_CHECK", "统一社会信用代码校验位不符，请核对");
        }
        return value.charAt(16) == innerCheck(value.substring(8, 16))
                ? Checked.OK
                : Checked.warning("USCC_INNER_CHECK", "统一社会信用代码第9至17位（主体标识码）校验位不符，请核对");
    }

    /** GB 11714: here letters count 10 to 35, the ones left out of the outer alphabet included. */
    private static char innerCheck(String subject) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += Character.digit(subject.charAt(i), 36) * INNER_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
