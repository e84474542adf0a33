package org.liaison.platform.api.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A citizen identity number (公民身份号码, GB 11643-1999): 18 characters, normalised. Sensitive personal data: never logged,
 * hence the masked text form.
 */
public final class CitizenId {
    private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[\\dX]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private final String number;
    private final LocalDate birthDate;

    private CitizenId(String number, LocalDate birthDate) {
        this.number = number;
        this.birthDate = birthDate;
    }

    /** What is wrong with a typed number, first reason first. */
    public enum Fault {
        SHAPE("身份证号应为18位,前17位为数字,末位为数字或X"),
        BIRTH_DATE("身份证号中的出生日期不存在"),
        FUTURE("身份证号中的出生日期晚于今天"),
        DIVISION("身份证号前6位不是曾经使用过的行政区划代码"),
        CHECK("身份证号校验码错误");

        private final String message;

        Fault(String message) {
            this.message = message;
        }

        /** The Chinese sentence; it never holds the number. */
        public String message() {
            return message;
        }
    }

    /**
     * Says what is wrong with a typed number; empty when it is right.
     *
     * @param typed the number; null is a wrong shape
     * @param today no one is born later
     * @param everAssigned whether a division ever had the code, {@link RuleBook#divisionEverAssigned}
     */
    public static Optional<Fault> fault(String typed, LocalDate today, Predicate<String> everAssigned) {
        String number = Normalisation.code(typed);
        if (number == null || !SHAPE.matcher(number).matches()) {
            return Optional.of(Fault.SHAPE);
        }
        LocalDate birth = birth(number);
        if (birth == null) {
            return Optional.of(Fault.BIRTH_DATE);
        }
        if (birth.isAfter(today)) {
            return Optional.of(Fault.FUTURE);
        }
        if (!everAssigned.test(number.substring(0, 6))) {
            return Optional.of(Fault.DIVISION);
        }
        return number.charAt(WEIGHTS.length) == check(number) ? Optional.empty() : Optional.of(Fault.CHECK);
    }

    /** Reads a typed number; empty when {@link #fault} finds one. */
    public static Optional<CitizenId> parse(String typed, LocalDate today, Predicate<String> everAssigned) {
        if (fault(typed, today, everAssigned).isPresent()) {
            return Optional.empty();
        }
        String number = Normalisation.code(typed);
        return Optional.of(new CitizenId(number, birth(number)));
    }

    public String number() {
        return number;
    }

    public LocalDate birthDate() {
        return birthDate;
    }

    /** Code of list {@code sex}: 1 male, 2 female. */
    public String sex() {
        return (number.charAt(16) - '0') % 2 == 1 ? "1" : "2";
    }

    /** First six and last four characters. */
    @Override
    public String toString() {
        return number.substring(0, 6) + "********" + number.substring(14);
    }

    private static LocalDate birth(String number) {
        try {
            return LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }
}
