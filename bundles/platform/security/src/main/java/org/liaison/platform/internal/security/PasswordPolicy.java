package org.liaison.platform.internal.security;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liaison.platform.api.Violation;

/**
 * What a new password must be (口令策略). Length is what counts; beyond it only what everybody guesses first is refused: common
 * passwords with digits around them, runs of the keyboard, the account and the person's name.
 *
 * @param shortest fewest characters
 * @param kinds how many of lower case, upper case, digits and others must be in it, 1 to 4
 */
record PasswordPolicy(int shortest, int kinds) {
    static final int LONGEST = 128;

    private static final String PATH = "wanted";
    private static final int DIFFERENT = 5;
    private static final int REST = 6;
    private static final int RUN = 4;
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final List<String> ROWS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890",
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn");
    private static final Set<String> COMMON = common();

    PasswordPolicy {
        if (shortest < 8 || shortest > LONGEST || kinds < 1 || kinds > 4) {
            throw new IllegalArgumentException(
                    "no password can be so: " + shortest + " characters, " + kinds + " kinds");
        }
    }

    /** Everything that is wrong with a new password; history is looked at elsewhere. */
    List<Violation> check(String account, String name, char[] wanted) {
        List<Violation> found = new ArrayList<>();
        String text = String.valueOf(wanted);
        if (text.codePointCount(0, text.length()) < shortest || wanted.length > LONGEST) {
            add(found, "PASSWORD_LENGTH", "新密码应为" + shortest + "至" + LONGEST + "个字符");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            add(found, "PASSWORD_CHARACTER", "新密码不得含有控制字符");
        }
        if (kindsOf(text) < kinds) {
            add(found, "PASSWORD_KINDS", "新密码应含有小写字母、大写字母、数字、其他字符中的至少" + kinds + "种");
        }
        String plain = text.toLowerCase(Locale.ROOT);
        if (COMMON.contains(EDGES.matcher(plain).replaceAll(""))) {
            add(found, "PASSWORD_COMMON", "新密码过于常见，容易被猜中");
        } else if (simple(plain)) {
            add(found, "PASSWORD_SIMPLE", "新密码不得由少数几个字符重复或连续字符构成");
        }
        if (holds(plain, account) || holds(plain, name)) {
            add(found, "PASSWORD_NAME", "新密码不得含有账户名或姓名");
        }
        return found;
    }

    private static void add(List<Violation> found, String code, String message) {
        found.add(new Violation(PATH, code, message));
    }

    private static long kindsOf(String text) {
        return text.chars()
                .map(c -> Character.isLowerCase(c) ? 0 : Character.isUpperCase(c) ? 1 : Character.isDigit(c) ? 2 : 3)
                .distinct()
                .count();
    }

    // What remains without the runs is all that has to be guessed.
    private static boolean simple(String plain) {
        return plain.chars().distinct().count() < DIFFERENT
                || withoutRuns(plain).length() < REST;
    }

    private static String withoutRuns(String plain) {
        StringBuilder rest = new StringBuilder();
        int at = 0;
        while (at < plain.length()) {
            int run = run(plain, at);
            if (run < RUN) {
                rest.append(plain, at, at + run);
            }
            at += run;
        }
        return rest.toString();
    }

    /** How many characters from here on repeat, or follow each other in a row of keys or letters, either way. */
    private static int run(String plain, int from) {
        int longest = 1;
        while (from + longest < plain.length() && plain.charAt(from + longest) == plain.charAt(from)) {
            longest++;
        }
        for (String row : ROWS) {
            for (String way : List.of(row, new StringBuilder(row).reverse().toString())) {
                int length = 1;
                while (from + length < plain.length() && way.contains(plain.substring(from, from + length + 1))) {
                    length++;
                }
                longest = Math.max(longest, length);
            }
        }
        return longest;
    }

    // Parts of an account such as li.na2 are mostly the name in pinyin.
    private static boolean holds(String plain, String name) {
        if (name == null) {
            return false;
        }
        for (String part : (name + " " + name.replaceAll("[^\\p{L}\\p{N}]", "")).split("[^\\p{L}\\p{N}]+")) {
            String own = part.toLowerCase(Locale.ROOT);
            boolean chinese = own.codePoints().anyMatch(Character::isIdeographic);
            if (own.length() >= (chinese ? 2 : RUN) && plain.contains(own)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> common() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                PasswordPolicy.class.getResourceAsStream("/passwords/common.txt"), StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
