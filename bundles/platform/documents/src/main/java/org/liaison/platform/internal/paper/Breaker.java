package org.liaison.platform.internal.paper;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.liaison.platform.api.paper.Block.Align;
import org.liaison.platform.api.paper.Block.Text;
import org.liaison.platform.api.paper.Face;
import org.liaison.platform.api.paper.Style;

/**
 * Breaks words into lines by the rules of Chinese setting (避头尾): no line begins with a closing sign or ends with an opening
 * one, a Latin word or a number stays whole unless it is longer than a line.
 */
final class Breaker {
    private static final String NOT_FIRST = "，。、；：？！）》〉」』】〕〗”’％‰℃…—～·,.;:?!)]}%";
    private static final String NOT_LAST = "（《〈「『【〔〖“‘￥＄([{$";
    private static final String IN_WORD = "-_./@:&=#+";

    private final BiFunction<Face, Integer, Letter> fonts;
    /** Asked once a document: words that must shrink are broken many times. */
    private final Map<Face, Map<Integer, Letter>> known = new EnumMap<>(Face.class);

    Breaker(BiFunction<Face, Integer, Letter> fonts) {
        this.fonts = fonts;
    }

    /**
     * The lines of a text in a width of points; an empty paragraph is an empty line. The lines of a centred paragraph are
     * about equally long.
     */
    List<Line> lines(Text text, Style style, double width) {
        if (text.align() != Align.CENTER) {
            return broken(text, style, width);
        }
        return Stream.of(text.words().split("\n", -1))
                .flatMap(paragraph ->
                        balanced(new Text(paragraph, style, Align.CENTER, text.indent()), style, width).stream())
                .toList();
    }

    private List<Line> balanced(Text text, Style style, double width) {
        List<Line> lines = broken(text, style, width);
        if (lines.size() < 2) {
            return lines;
        }
        double narrower = lines.stream().mapToDouble(Line::width).sum() / lines.size();
        List<Line> balanced = broken(text, style, narrower);
        while (balanced.size() > lines.size() && narrower < width) {
            narrower += style.size() / 2;
            balanced = broken(text, style, narrower);
        }
        return narrower < width ? balanced : lines;
    }

    private List<Line> broken(Text text, Style style, double width) {
        List<Line> lines = new ArrayList<>();
        Map<Integer, Letter> letters = known.computeIfAbsent(style.face(), face -> new HashMap<>());
        for (String paragraph : text.words().split("\n", -1)) {
            List<Letter> row = paragraph
                    .codePoints()
                    .map(c -> c == '\t' ? ' ' : c)
                    .filter(c -> !Character.isISOControl(c))
                    .mapToObj(c -> letters.computeIfAbsent(c, code -> fonts.apply(style.face(), code)))
                    .toList();
            paragraph(row, style, width, text.indent() * style.pitch(), lines);
        }
        return lines;
    }

    private static void paragraph(List<Letter> letters, Style style, double width, double first, List<Line> lines) {
        int from = 0;
        double indent = first;
        do {
            int to = end(letters, from, style, width - indent);
            boolean last = to == letters.size();
            int seen = to;
            while (!last && seen > from + 1 && letters.get(seen - 1).codePoint() == ' ') {
                seen--;
            }
            // spaces at the edge stay in the text and count for nothing
            lines.add(new Line(letters.subList(from, to), indent, width(letters.subList(from, seen), style), last));
            from = to;
            indent = 0;
        } while (from < letters.size());
    }

    private static int end(List<Letter> letters, int from, Style style, double room) {
        double used = 0;
        int fits = from;
        while (fits < letters.size()) {
            used += width(letters.get(fits), style);
            // a space may hang over the edge; a hair of rounding is no overflow
            if (used > room + 0.01 && letters.get(fits).codePoint() != ' ') {
                break;
            }
            fits++;
        }
        if (fits == letters.size()) {
            return fits;
        }
        for (int at = fits; at > from; at--) {
            if (mayBreak(letters.get(at - 1).codePoint(), letters.get(at).codePoint())) {
                return at;
            }
        }
        return Math.max(fits, from + 1);
    }

    private static boolean mayBreak(int before, int after) {
        boolean pair = before == after && (before == '—' || before == '…');
        return !pair
                && after != ' '
                && NOT_FIRST.indexOf(after) < 0
                && NOT_LAST.indexOf(before) < 0
                && !(inWord(before) && inWord(after));
    }

    private static boolean inWord(int c) {
        return c < 0x250 && (Character.isLetterOrDigit(c) || IN_WORD.indexOf(c) >= 0);
    }

    private static double width(List<Letter> letters, Style style) {
        double sum =
                letters.stream().mapToDouble(letter -> width(letter, style)).sum();
        // what a wide pitch adds after the last character is not seen
        return letters.isEmpty() ? 0 : sum - Math.max(0, style.pitch() - style.size());
    }

    /** Width of a character with the space that the pitch adds. */
    static double width(Letter letter, Style style) {
        return letter.width() * style.size() + style.pitch() - style.size();
    }
}
