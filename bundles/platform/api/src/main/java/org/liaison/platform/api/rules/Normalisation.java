package org.liaison.platform.api.rules;

import java.text.Normalizer;

/**
 * How typed text is made comparable (规范化), domain page 2.1: done before every comparison and uniqueness check. Null stays
 * null. No state.
 */
public final class Normalisation {
    private Normalisation() {}

    /**
     * Free text: NFC, full-width digits, letters and space to half-width, trimmed. Chinese punctuation, （） among it, stays
     * as it is; inner blanks stay.
     */
    public static String text(String typed) {
        return typed == null
                ? null
                : halfWidth(Normalizer.normalize(typed, Normalizer.Form.NFC)).strip();
    }

    /**
     * A name of an organisation or person: as {@link #text}, and blanks that touch a Chinese character or a full-width
     * sign are removed; between Latin words one blank remains.
     */
    public static String name(String typed) {
        String text = text(typed);
        if (text == null) {
            return null;
        }
        int[] points = text.codePoints().toArray();
        StringBuilder name = new StringBuilder(text.length());
        for (int i = 0; i < points.length; i++) {
            if (!blank(points[i])) {
                name.appendCodePoint(points[i]);
                continue;
            }
            int before = points[i - 1];
            while (blank(points[i + 1])) {
                i++;
            }
            if (latin(before) && latin(points[i + 1])) {
                name.append(' ');
            }
        }
        return name.toString();
    }

    /** A code of digits and letters: half-width, upper case, without any blank. */
    public static String code(String typed) {
        if (typed == null) {
            return null;
        }
        StringBuilder code = new StringBuilder(typed.length());
        halfWidth(Normalizer.normalize(typed, Normalizer.Form.NFC))
                .codePoints()
                .filter(c -> !blank(c))
                .map(c -> c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c)
                .forEach(code::appendCodePoint);
        return code.toString();
    }

    private static String halfWidth(String text) {
        StringBuilder half = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wide = c >= '０' && c <= '９' || c >= 'Ａ' && c <= 'Ｚ' || c >= 'ａ' && c <= 'ｚ';
            half.append(wide ? (char) (c - 0xFEE0) : c == '\u3000' ? ' ' : c);
        }
        return half.toString();
    }

    private static boolean blank(int point) {
        return Character.isWhitespace(point) || Character.isSpaceChar(point);
    }

    private static boolean latin(int point) {
        return point < 0x2E80;
    }
}
