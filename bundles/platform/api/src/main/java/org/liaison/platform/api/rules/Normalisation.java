package org.liaison.platform.api.rules;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * The one way to read typed text before it is compared or searched (domain page 2.1). Null stays null. Names of
 * organisations keep their full-width brackets （）. Stateless.
 */
public final class Normalisation {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-]+");
    /** Distance between a full-width form and its ASCII character. */
    private static final int WIDTH = '！' - '!';

    private Normalisation() {}

    /** NFC, full-width digits, letters and blanks to half-width, no blanks at the ends. */
    public static String text(String typed) {
        if (typed == null) {
            return null;
        }
        StringBuilder out = new StringBuilder(typed.length());
        Normalizer.normalize(typed, Normalizer.Form.NFC).codePoints().map(Normalisation::narrow).forEach(out::appendCodePoint);
        return out.toString().strip();
    }

    /** As {@link #text}, and no blanks inside when the name holds Chinese characters, else single ones. */
    public static String name(String typed) {
        String text = text(typed);
        return text == null ? null : BLANKS.matcher(text).replaceAll(HAN.matcher(text).find() ? "" : " ");
    }

    /** Codes and numbers: as {@link #text}, upper case, without blanks and hyphens. Nothing is repaired. */
    public static String code(String typed) {
        String text = text(typed);
        return text == null ? null : SEPARATORS.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }

    /** Whether two names are the same after {@link #name}. Two nulls are the same. */
    public static boolean sameName(String one, String other) {
        return Objects.equals(name(one), name(other));
    }

    private static int narrow(int c) {
        boolean digitOrLetter = c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
        if (digitOrLetter) {
            return c - WIDTH;
        }
        return c == '\u3000' || c == '\u00a0' ? ' ' : c;
    }
}
