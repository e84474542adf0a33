package org.liaison.platform.internal.security;

import java.util.List;
import java.util.regex.Pattern;
import org.liaison.platform.api.Violation;
import org.liaison.platform.api.rules.FreeText;
import org.liaison.platform.api.rules.Normalisation;

/**
 * Names of accounts and of their persons. A login name is of one small alphabet, so no two scripts can be mixed in it; two
 * that look alike are not given twice. No state.
 */
final class AccountNames {
    private static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,49}");
    // radicals (U+2E80 to U+2FDF) look like the characters that they are part of
    private static final String HAN = "[\\p{IsHan}&&[^\\u2E80-\\u2FDF]]";
    /** As the name of a person in a form (domain page 2.5): Chinese characters, a dot inside. */
    private static final Pattern PERSON = Pattern.compile(HAN + "(?:(?:" + HAN + "|·){0,48}" + HAN + ")?");

    // variation selectors and fillers are marks or letters by their category, yet nothing is seen of them
    private static final Pattern HIDDEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}\\u034F\\u115F\\u1160\\u17B4\\u17B5"
            + "\\u180B-\\u180F\\u2800\\u3164\\uFE00-\\uFE0F\\uFFA0\\x{E0100}-\\x{E01EF}]");
    private static final int LONGEST = 100;

    private AccountNames() {}

    static boolean login(String typed) {
        return typed != null && LOGIN.matcher(typed).matches();
    }

    /** What the login name looks like at a glance: the same for {@code li.na} and {@code 1i_na}. */
    static String look(String account) {
        return account.replace('0', 'o')
                .replace('1', 'l')
                .replace("rn", "m")
                .replace("vv", "w")
                .replace('_', '-')
                .replace('.', '-');
    }

    /** The name as it is kept: composed, without blanks around. */
    static String display(String typed) {
        return Normalisation.name(typed);
    }

    static void checkLogin(String typed, List<Violation> found) {
        if (!login(typed)) {
            found.add(new Violation("account", "ACCOUNT_FORM", "账户名应为2至50个小写字母、数字或“._-”，以字母或数字开头"));
        }
    }

    /** Control characters, invisible ones and such that turn the direction of writing are in no name. */
    static void checkName(String called, String typed, List<Violation> found) {
        if (typed == null || typed.isBlank() || typed.length() > LONGEST) {
            found.add(new Violation("name", "NAME_FORM", called + "应为1至" + LONGEST + "个字符"));
        } else if (HIDDEN.matcher(typed).find()) {
            found.add(new Violation("name", "NAME_HIDDEN", called + "不得含有控制字符或不可见字符"));
        }
        FreeText.identityNumber("name", typed).ifPresent(found::add);
    }

    /** Accounts are of named persons only (domain page 3.11). */
    static void checkPerson(String typed, List<Violation> found) {
        int before = found.size();
        checkName("姓名", typed, found);
        if (found.size() == before && !PERSON.matcher(display(typed)).matches()) {
            found.add(new Violation("name", "NAME_PERSON", "应填写使用人本人的姓名，用汉字，少数民族姓名中可用“·”"));
        }
    }
}
