package org.liaison.platform.internal.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.liaison.platform.api.paper.Block;
import org.liaison.platform.api.paper.Block.Align;
import org.liaison.platform.api.paper.Block.Box;
import org.liaison.platform.api.paper.Block.Break;
import org.liaison.platform.api.paper.Block.Frame;
import org.liaison.platform.api.paper.Block.Gap;
import org.liaison.platform.api.paper.Block.Qr;
import org.liaison.platform.api.paper.Block.Signature;
import org.liaison.platform.api.paper.Block.Table;
import org.liaison.platform.api.paper.Block.Text;
import org.liaison.platform.api.paper.Dates;
import org.liaison.platform.api.paper.Face;
import org.liaison.platform.api.paper.Format;
import org.liaison.platform.api.paper.Style;
import org.liaison.platform.internal.paper.Fitting.Fitted;
import org.liaison.platform.internal.paper.Fitting.Laid;

/** Lets the blocks of a sheet follow each other down its pages. */
final class Flow {
    /** Characters between the date of a signature and the right edge. */
    private static final int SIGNATURE_INSET = 4;

    private final Ink ink;
    private final Breaker breaker;
    private final Fitting fitting;
    private final Format format;
    private final String watermark;
    private final List<Continued> continued = new ArrayList<>();
    private double y;

    /** What goes on on the 附页. */
    private record Continued(String name, List<Text> rest) {}

    Flow(Ink ink, Breaker breaker, Format format, String watermark) throws IOException {
        this.ink = ink;
        this.breaker = breaker;
        this.fitting = new Fitting(breaker);
        this.format = format;
        this.watermark = watermark;
        open();
    }

    void print(List<Block> blocks) throws IOException {
        for (int i = 0; i < blocks.size(); i++) {
            print(blocks.get(i), i + 1 < blocks.size() ? reserve(blocks, i + 1) : 0);
        }
        if (!continued.isEmpty()) {
            open();
            Style head = Style.of(Face.HEI, 12);
            text(Text.of("附页", Style.of(Face.HEI, 14)).align(Align.CENTER), 0);
            for (Continued part : continued) {
                text(Text.of(part.name(), head), head.leading());
                for (Text text : part.rest()) {
                    text(text, 0);
                }
            }
        }
    }

    private void print(Block block, double reserve) throws IOException {
        if (block instanceof Text text) {
            text(text, reserve);
        } else if (block instanceof Table table) {
            new TableSetting(this, fitting, table).print();
        } else if (block instanceof Signature signature) {
            signature(signature);
        } else if (block instanceof Gap gap) {
            y += Units.points(gap.height());
        } else if (block instanceof Break) {
            open();
        } else if (block instanceof Box box) {
            box(box);
        } else if (block instanceof Frame frame) {
            ink.rectangle(
                    Units.points(frame.x()),
                    Units.points(frame.y()),
                    Units.points(frame.width()),
                    Units.points(frame.height()),
                    frame.line(),
                    frame.colour());
        } else if (block instanceof Qr qr) {
            ink.code(QrMatrix.of(qr.content()), Units.points(qr.x()), Units.points(qr.y()), Units.points(qr.size()));
        }
    }

    /** Height that must be left on the page of a paragraph's last line for the signature after it. */
    private double reserve(List<Block> blocks, int from) {
        double height = 0;
        for (Block next : blocks.subList(from, blocks.size())) {
            if (next instanceof Gap gap) {
                height += Units.points(gap.height());
            } else {
                return next instanceof Signature signature
                        ? height
                                + (issuer(signature).size() + 1)
                                        * signature.style().leading()
                        : 0;
            }
        }
        return 0;
    }

    private void text(Text text, double reserve) throws IOException {
        double x = Units.points(format.left());
        double width = Units.points(format.textWidth());
        List<Line> lines = breaker.lines(text, text.style(), width);
        double leading = text.style().leading();
        for (int i = 0; i < lines.size(); i++) {
            room(leading + (i == lines.size() - 1 ? reserve : 0));
            ink.words(lines.get(i), text.style(), text.align(), x, y, width);
            y += leading;
        }
    }

    private void signature(Signature signature) throws IOException {
        Style style = signature.style();
        List<Line> issuer = issuer(signature);
        room((issuer.size() + 1) * style.leading());
        Line date = breaker.lines(Text.of(Dates.full(signature.date()), style), style, Double.MAX_VALUE)
                .get(0);
        double right = Units.points(format.width() - format.right());
        double middle = right - SIGNATURE_INSET * style.pitch() - date.width() / 2;
        // a long issuer ends at the edge and takes the date along
        double widest = issuer.stream().mapToDouble(Line::width).max().orElse(0);
        middle = Math.min(middle, right - widest / 2);
        for (Line line : Stream.concat(issuer.stream(), Stream.of(date)).toList()) {
            ink.words(line, style, Align.LEFT, middle - line.width() / 2, y, line.width());
            y += style.leading();
        }
    }

    /** One line as a rule, evenly long ones when the name is longer than a line. */
    private List<Line> issuer(Signature signature) {
        Text name = Text.of(signature.issuer(), signature.style()).align(Align.CENTER);
        return breaker.lines(name, signature.style(), Units.points(format.textWidth()));
    }

    private void box(Box box) throws IOException {
        double height = Units.points(box.height());
        Fitted fitted = fit(box.texts(), Units.points(box.width()), height, box.name());
        double top = Units.points(box.y()) + (box.middle() ? (height - fitted.height()) / 2 : 0);
        draw(fitted.laid(), Units.points(box.x()), top, Units.points(box.width()));
    }

    /** Texts in a bounded place; what does not fit goes on on the 附页. */
    Fitted fit(List<Text> texts, double width, double height, String name) {
        Fitted fitted = fitting.fit(texts, width, height);
        if (!fitted.rest().isEmpty()) {
            continued.add(new Continued(name, fitted.rest()));
        }
        return fitted;
    }

    void draw(List<Laid> texts, double x, double top, double width) throws IOException {
        double at = top;
        for (Laid text : texts) {
            for (Line line : text.lines()) {
                ink.words(line, text.style(), text.align(), x, at, width);
                at += text.style().leading();
            }
        }
    }

    Ink ink() {
        return ink;
    }

    double left() {
        return Units.points(format.left());
    }

    double y() {
        return y;
    }

    void advance(double height) {
        y += height;
    }

    /** Height of an empty page between its margins. */
    double wholePage() {
        return Units.points(format.textHeight());
    }

    /** Goes to a new page unless this height is left. @return whether it did */
    boolean room(double height) throws IOException {
        boolean full = y + height > Units.points(format.height() - format.bottom()) + 0.01
                && y > Units.points(format.top()) + 0.01;
        if (full) {
            open();
        }
        return full;
    }

    private void open() throws IOException {
        ink.open(format);
        y = Units.points(format.top());
        if (watermark != null) {
            Style style = Style.of(Face.HEI, 96).colour(0xE4E4E4);
            style = new Style(
                    style.face(), style.size(), style.size() * 1.3, style.leading(), style.size(), style.colour());
            Line line = breaker.lines(Text.of(watermark, style), style, Double.MAX_VALUE)
                    .get(0);
            ink.across(line, style, format);
        }
    }
}
