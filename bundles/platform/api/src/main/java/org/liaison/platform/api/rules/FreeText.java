package org.liaison.platform.api.rules;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liaison.platform.api.Violation;

/**
 * What may not stand in text that people type freely (自由文本): a citizen identity number, which has its own encrypted place
 * (domain page 2.5, 个人信息保护法 28), and in names and titles a secrecy mark, because the platform works on an unclassified
 * network (domain page 8, Q49). No state.
 */
public final class FreeText {
    private static final int DIGITS = 18;

    /** Digits in half or full width, also with blanks or hyphens between them as people group them. */
    private static final Pattern NUMBER =
            Pattern.compile("(?<![0-9０-９])[1-9１-９](?:[ \\u3000-]?[0-9０-９]){16}[ \\u3000-]?[0-9０-９XxＸｘ](?![0-9０-９])");

    private static final String LEVEL = "(?:绝密|机密|秘密)";

    /** A level with its star, in brackets, or standing alone as one word of the name. */
    private static final Pattern MARK = Pattern.compile(LEVEL + "\\s*级?\\s*[★☆*＊]"
            + "|[★☆]\\s*" + LEVEL
            + "|[\\[【〔(（《<〈「{]\\s*" + LEVEL + "\\s*[级件]?\\s*[\\]】〕)）》>〉」}]"
            + "|(?:^|[\\s_.:：·—-])" + LEVEL + "(?:级|件|文件|资料|材料)?(?:$|[\\s_.:：·—-])");

    private FreeText() {}

    /** Whether the text holds a right identity number, in whatever width and grouping. Null holds none. */
    public static boolean holdsIdentityNumber(String text) {
        return text != null && NUMBER.matcher(text).results().anyMatch(found -> right(found.group()));
    }

    /** The violation of a text with an identity number in it: {@code TEXT_ID_NUMBER}. */
    public static Optional<Violation> identityNumber(String path, String text) {
        return holdsIdentityNumber(text)
                ? Optional.of(new Violation(path, "TEXT_ID_NUMBER", "此处不得填写身份证号，请删去"))
                : Optional.empty();
    }

    /** The violation of a name or title marked as secret: {@code SECRECY_MARK}. */
    public static Optional<Violation> secrecyMark(String path, String title) {
        return title != null && MARK.matcher(title).find()
                ? Optional.of(new Violation(path, "SECRECY_MARK", "本平台为非涉密平台，不得上传、登记标有密级的内容"))
                : Optional.empty();
    }

    /** The text with all but the last four characters of each identity number starred. Null stays null. */
    public static String masked(String text) {
        if (text == null) {
            return null;
        }
        StringBuilder out = new StringBuilder(text);
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            if (right(number.group())) {
                for (int i = number.start(); i < number.end() - 4; i++) {
                    out.setCharAt(i, '*');
                }
            }
        }
        return out.toString();
    }

    /** A birth date that exists and the check digit; the division is not asked, to miss none of an old list. */
    private static boolean right(String found) {
        String number = Normalisation.code(found).replace("-", "");
        try {
            LocalDate birth = LocalDate.of(
                    Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
            return number.length() == DIGITS
                    && birth.getYear() >= 1800
                    && birth.getYear() < 2200
                    && number.charAt(DIGITS - 1) == CitizenId.check(number);
        } catch (DateTimeException e) {
            return false;
        }
    }
}
