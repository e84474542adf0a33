package org.liaison.platform.internal.paper;

import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.api.paper.Block.Align;
import org.liaison.platform.api.paper.Block.Text;
import org.liaison.platform.api.paper.Style;

/** Sets texts into a bounded height: shrinks them, and keeps for later what does not fit at the least size. */
final class Fitting {
    static final String GOES_ON = "（未完，接附页）";
    private static final double STEP = 0.04;

    private final Breaker breaker;

    Fitting(Breaker breaker) {
        this.breaker = breaker;
    }

    /** A text set in a style. */
    record Laid(Style style, Align align, List<Line> lines) {
        double height() {
            return lines.size() * style.leading();
        }
    }

    /**
     * What was set.
     *
     * @param rest what did not fit, in reading order; empty as a rule
     */
    record Fitted(List<Laid> laid, List<Text> rest) {
        double height() {
            return Fitting.height(laid);
        }
    }

    static double height(List<Laid> laid) {
        return laid.stream().mapToDouble(Laid::height).sum();
    }

    /** The texts at their own size, whatever height they take. */
    List<Laid> lay(List<Text> texts, double width) {
        return lay(texts, width, 1);
    }

    Fitted fit(List<Text> texts, double width, double height) {
        double smallest = texts.stream()
                .mapToDouble(text -> text.style().least() / text.style().size())
                .min()
                .orElse(1);
        List<Laid> laid = lay(texts, width);
        for (double share = 1 - STEP; height(laid) > height && share > smallest - STEP; share -= STEP) {
            laid = lay(texts, width, share);
        }
        return height(laid) <= height + 0.01 ? new Fitted(laid, List.of()) : cut(texts, laid, width, height);
    }

    private List<Laid> lay(List<Text> texts, double width, double share) {
        return texts.stream()
                .map(text -> {
                    Style style = text.style().scaled(share);
                    return new Laid(style, text.align(), breaker.lines(text, style, width));
                })
                .toList();
    }

    private Fitted cut(List<Text> texts, List<Laid> laid, double width, double height) {
        List<Laid> kept = new ArrayList<>();
        List<Text> rest = new ArrayList<>();
        double left = height;
        for (int i = 0; i < laid.size(); i++) {
            Laid part = laid.get(i);
            Style style = part.style();
            if (!rest.isEmpty()) {
                rest.add(texts.get(i));
            } else if (part.height() + style.leading() <= left) {
                kept.add(part);
                left -= part.height();
            } else {
                int lines = Math.max(0, (int) (left / style.leading()) - 1);
                kept.add(new Laid(style, part.align(), part.lines().subList(0, lines)));
                Text mark = new Text(GOES_ON, style, Align.RIGHT, 0);
                kept.add(new Laid(
                        style, Align.RIGHT, breaker.lines(mark, style, width).subList(0, 1)));
                rest.add(new Text(
                        words(part.lines().subList(lines, part.lines().size())),
                        texts.get(i).style(),
                        Align.JUSTIFY,
                        0));
            }
        }
        return new Fitted(kept, rest);
    }

    private static String words(List<Line> lines) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).letters().forEach(letter -> words.appendCodePoint(letter.typed()));
            if (lines.get(i).last() && i < lines.size() - 1) {
                words.append('\n');
            }
        }
        return words.toString();
    }
}
