package org.liaison.platform.web.internal.error;

/** Text from outside on its way into a log line. */
public final class LogText {
    private static final int LONGEST = 300;

    private LogText() {}

    /** The text without control characters and line separators, cut to a bounded length. */
    public static String clean(String text) {
        if (text == null) {
            return "-";
        }
        StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST));
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            out.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '_' : c);
        }
        return out.toString();
    }
}
