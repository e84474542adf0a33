package org.liaison.registration.internal.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A table whose columns stay straight with Han characters, which take two cells of a terminal. */
final class WideTable {
    private final List<String[]> rows = new ArrayList<>();

    WideTable(String... head) {
        rows.add(head);
    }

    void row(Object... cells) {
        String[] row = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            // what people typed may hold control characters that would steer the terminal
            row[i] = Objects.toString(cells[i], "").replaceAll("\\p{Cntrl}", " ");
        }
        rows.add(row);
    }

    void print(PrintStream out, String next) {
        int[] widths = new int[rows.get(0).length];
        rows.forEach(row -> {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
            }
        });
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(i == 0 ? "" : " | ").append(row[i]).append(" ".repeat(widths[i] - width(row[i])));
            }
            out.println(line.toString().stripTrailing());
        }
        if (next != null) {
            out.println("还有更多,续页:--after " + next);
        }
    }

    /** The text in at most so many cells of a terminal; what is cut off ends in an ellipsis. */
    static String cut(String text, int cells) {
        if (text == null || width(text) <= cells) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int[] points = text.codePoints().toArray();
        int left = cells - 1;
        for (int i = 0; left >= (wide(points[i]) ? 2 : 1); i++) {
            left -= wide(points[i]) ? 2 : 1;
            out.appendCodePoint(points[i]);
        }
        return out.append('…').toString();
    }

    static int width(String text) {
        return text.codePoints().map(c -> wide(c) ? 2 : 1).sum();
    }

    private static boolean wide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
