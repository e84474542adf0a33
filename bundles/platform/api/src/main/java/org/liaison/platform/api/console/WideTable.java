package org.liaison.platform.api.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * A table of the console that fits the terminal. Columns stay straight with Han characters, which take two cells; what is
 * wider than its column goes on in the next line, so nothing is left out. For one thread.
 */
public final class WideTable {
    /** Cells of a terminal that does not say how wide it is. */
    public static final int TERMINAL = 80;

    private static final String GAP = " | ";
    /** A column is kept as wide as its longest word, a number or code that one wants to copy, up to so many cells. */
    private static final int WORD = 28;
    /** Six Han characters a line can still be read; before a column gets narrower, words are broken. */
    private static final int READABLE = 12;

    private final List<String[]> rows = new ArrayList<>();

    public WideTable(String... head) {
        rows.add(head);
    }

    /** Adds a row with a cell for each column; null is an empty cell. */
    public void row(Object... cells) {
        // what people typed may hold characters that would steer the terminal
        rows.add(Arrays.stream(cells)
                .map(cell -> Objects.toString(cell, "").replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " "))
                .toArray(String[]::new));
    }

    /**
     * Prints the head and the rows.
     *
     * @param cells width of the terminal; 0 or less = {@link #TERMINAL}
     */
    public void print(PrintStream out, int cells) {
        int[] widths = widths(cells > 0 ? cells : TERMINAL);
        for (String[] row : rows) {
            List<List<String>> wrapped = IntStream.range(0, widths.length)
                    .mapToObj(i -> wrap(row[i], widths[i]))
                    .toList();
            int height = wrapped.stream().mapToInt(List::size).max().orElse(0);
            for (int line = 0; line < height; line++) {
                out.println(line(wrapped, widths, line));
            }
        }
    }

    private static String line(List<List<String>> cells, int[] widths, int number) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String text = number < cells.get(i).size() ? cells.get(i).get(number) : "";
            line.append(i == 0 ? "" : GAP).append(text).append(" ".repeat(Math.max(0, widths[i] - width(text))));
        }
        return line.toString().stripTrailing();
    }

    /** As wide as the text where there is room; else the widest columns give way, words last. */
    private int[] widths(int terminal) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        int[] least = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], width(row[i]));
                least[i] = Math.max(least[i], Math.min(WORD, longestWord(row[i])));
            }
        }
        for (int i = 0; i < columns; i++) {
            least[i] = Math.max(least[i], Math.min(READABLE, widths[i]));
        }
        int over = Arrays.stream(widths).sum() + GAP.length() * (columns - 1) - terminal;
        over = narrow(widths, least, over);
        Arrays.fill(least, READABLE);
        over = narrow(widths, least, over);
        Arrays.fill(least, 2);
        narrow(widths, least, over);
        return widths;
    }

    private static int narrow(int[] widths, int[] least, int over) {
        int left = over;
        while (left > 0) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                if (widths[i] > least[i] && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                break;
            }
            widths[widest]--;
            left--;
        }
        return left;
    }

    private static int longestWord(String text) {
        int longest = 0;
        int word = 0;
        for (int c : text.codePoints().toArray()) {
            word = c == ' ' || width(c) == 2 ? 0 : word + width(c);
            longest = Math.max(longest, width(c) == 2 ? 2 : word);
        }
        return longest;
    }

    /** The text in lines of at most so many cells; broken at Han characters and spaces, inside a word only when it must be. */
    static List<String> wrap(String text, int cells) {
        int[] points = text.codePoints().toArray();
        List<String> lines = new ArrayList<>();
        int start = 0;
        do {
            int end = start;
            int soft = start;
            for (int used = 0; end < points.length && used + width(points[end]) <= cells; end++) {
                used += width(points[end]);
                if (end + 1 < points.length && mayBreak(points[end], points[end + 1])) {
                    soft = end + 1;
                }
            }
            if (end < points.length) {
                end = Math.max(soft > start ? soft : end, start + 1);
            }
            lines.add(new String(points, start, end - start).strip());
            start = end;
        } while (start < points.length);
        return lines;
    }

    private static boolean mayBreak(int before, int after) {
        return before == ' ' || width(before) == 2 || width(after) == 2;
    }

    /** Cells a text takes. */
    static int width(String text) {
        return text.codePoints().map(WideTable::width).sum();
    }

    private static int width(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> 0;
            default -> wide(c) ? 2 : 1;
        };
    }

    private static boolean wide(int c) {
        return c >= 0x1100 && c <= 0x115F
                || c >= 0x2E80 && c <= 0xA4CF
                || c >= 0xAC00 && c <= 0xD7A3
                || c >= 0xF900 && c <= 0xFAFF
                || c >= 0xFE30 && c <= 0xFE6F
                || c >= 0xFF00 && c <= 0xFF60
                || c >= 0xFFE0 && c <= 0xFFE6
                || c >= 0x1F300 && c <= 0x1FAFF
                || c >= 0x20000 && c <= 0x3FFFD;
    }
}
