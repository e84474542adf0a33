package org.liaison.platform.api.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * Citizen identity number (公民身份号码, GB 11643-1999), domain page 2.19. The text form hides the number: it is sensitive
 * personal data.
 *
 * @param value the normalised text: half-width, without blanks, X in upper case
 * @param checked {@code ID_LENGTH} (first-generation numbers too), {@code ID_CHARACTER}, {@code ID_DIVISION},
 *     {@code ID_BIRTH}, {@code ID_FUTURE}, {@code ID_CHECK}: all errors
 * @param sex sex by the sequence; null unless OK
 * @param birth day of birth; null unless OK
 */
public record CitizenId(String value, Checked checked, Sex sex, LocalDate birth) {
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** Sex by the sequence number: odd is male. */
    public enum Sex {
        M("男"),
        F("女");

        private final String label;

        Sex(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * Normalises and checks what was typed.
     *
     * @param typed null counts as empty
     * @param everAssigned whether a six-digit division code was ever assigned, in whatever years
     * @param today the day in Asia/Shanghai; a birth after it is an error
     */
    public static CitizenId parse(String typed, Predicate<String> everAssigned, LocalDate today) {
        String value = typed == null ? "" : Normalisation.code(typed);
        if (value.codePointCount(0, value.length()) != 18) {
            return wrong(value, "ID_LENGTH", "公民身份号码应为18位（第一代15位号码已停用）");
        }
        if (!value.matches("[0-9]{17}[0-9X]")) {
            return wrong(value, "ID_CHARACTER", "公民身份号码前17位应为数字，末位为数字或X");
        }
        LocalDate birth;
        try {
            birth = LocalDate.of(number(value, 6, 10), number(value, 10, 12), number(value, 12, 14));
        } catch (DateTimeException e) {
            return wrong(value, "ID_BIRTH", "公民身份号码中的出生日期不存在");
        }
        if (birth.isAfter(today)) {
            return wrong(value, "ID_FUTURE", "公民身份号码中的出生日期晚于今天");
        }
        if (!everAssigned.test(value.substring(0, 6))) {
            return wrong(value, "ID_DIVISION", "公民身份号码前6位不是行政区划代码");
        }
        if (value.charAt(17) != check(value)) {
            return wrong(value, "ID_CHECK", "公民身份号码校验位不符，请核对");
        }
        return new CitizenId(value, Checked.OK, number(value, 14, 17) % 2 == 1 ? Sex.M : Sex.F, birth);
    }

    /** Shows the last four characters at most. */
    @Override
    public String toString() {
        String tail = value.length() < 12 ? "" : value.substring(value.length() - 4);
        return "CitizenId[" + "*".repeat(14) + tail + ", " + checked.level() + "]";
    }

    private static CitizenId wrong(String value, String code, String message) {
        return new CitizenId(value, Checked.error(code, message), null, null);
    }

    private static int number(String value, int from, int to) {
        return Integer.parseInt(value.substring(from, to));
    }

    static char check(String value) {
        int sum = 0;
        for (int i = 0; i < 17; i++) {
            sum += (value.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
