package org.liaison.platform.internal.paper;

import com.google.zxing.common.BitMatrix;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.liaison.platform.api.paper.Block.Align;
import org.liaison.platform.api.paper.Format;
import org.liaison.platform.api.paper.Style;

/** Draws on the pages of one document; points from the upper left corner of the page. */
final class Ink {
    /** Upper edge to base line, in ems of a Han character. */
    private static final double ASCENT = 0.88;
    /** Outline that makes a thin face heavy, in ems. */
    private static final double THICKENING = 0.028;
    /** A line is stretched by at most this much a character, in ems: a line broken early stays ragged. */
    private static final double STRETCH = 0.35;

    private final PDDocument document;
    private final Map<Typeface, PDType0Font> fonts = new HashMap<>();
    private final List<TreeSet<Integer>> missing = new ArrayList<>();
    private PDPageContentStream page;
    private double height;
    private int number;

    Ink(PDDocument document) {
        this.document = document;
    }

    /** Opens a new page. */
    void open(Format format) throws IOException {
        close();
        PDPage sheet = new PDPage(
                new PDRectangle((float) Units.points(format.width()), (float) Units.points(format.height())));
        document.addPage(sheet);
        missing.add(new TreeSet<>());
        number = missing.size() - 1;
        height = Units.points(format.height());
        page = new PDPageContentStream(document, sheet, AppendMode.OVERWRITE, true);
    }

    /** Goes back to a page that was closed. */
    void reopen(int index) throws IOException {
        close();
        number = index;
        page = new PDPageContentStream(document, document.getPage(index), AppendMode.APPEND, true, true);
    }

    void close() throws IOException {
        if (page != null) {
            page.close();
            page = null;
        }
    }

    int pages() {
        return missing.size();
    }

    /** Characters that no font has, by page index. */
    Map<Integer, TreeSet<Integer>> missing() {
        Map<Integer, TreeSet<Integer>> found = new TreeMap<>();
        for (int i = 0; i < missing.size(); i++) {
            if (!missing.get(i).isEmpty()) {
                found.put(i, missing.get(i));
            }
        }
        return found;
    }

    /** A line of words in a box of a width and the style's leading. */
    void words(Line line, Style style, Align align, double x, double top, double width) throws IOException {
        double room = width - line.indent() - line.width();
        double gap = gap(line, style, align, room);
        double shift =
                switch (align) {
                    case LEFT, JUSTIFY -> 0;
                    case CENTER -> room / 2;
                    case RIGHT -> room;
                    case SPREAD -> line.letters().size() == 1 ? room / 2 : 0;
                };
        double left = x + line.indent() + shift;
        double base = height - top - (style.leading() - style.size()) / 2 - ASCENT * style.size();
        colour(style.colour());
        page.beginText();
        page.setTextMatrix(Matrix.getTranslateInstance((float) left, (float) base));
        run(line.letters(), style, style.pitch() - style.size() + gap);
        page.endText();
    }

    private static double gap(Line line, Style style, Align align, double room) {
        int gaps = line.letters().size() - 1;
        if (gaps < 1 || room <= 0) {
            return 0;
        }
        return switch (align) {
            case SPREAD -> room / gaps;
            case JUSTIFY -> line.last() || room / gaps > STRETCH * style.size() ? 0 : room / gaps;
            default -> 0;
        };
    }

    private void run(List<Letter> letters, Style style, double spacing) throws IOException {
        page.setCharacterSpacing((float) spacing);
        int from = 0;
        while (from < letters.size()) {
            Letter first = letters.get(from);
            int to = from;
            StringBuilder text = new StringBuilder();
            while (to < letters.size() && same(first, letters.get(to))) {
                Letter letter = letters.get(to++);
                text.appendCodePoint(letter.codePoint());
                if (letter.absent() != 0) {
                    missing.get(number).add(letter.absent());
                }
            }
            page.setFont(font(first.typeface()), (float) style.size());
            page.setRenderingMode(first.bold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
            page.setLineWidth((float) (THICKENING * style.size()));
            page.showText(text.toString());
            from = to;
        }
    }

    private static boolean same(Letter one, Letter other) {
        return one.typeface() == other.typeface() && one.bold() == other.bold();
    }

    private PDType0Font font(Typeface typeface) throws IOException {
        PDType0Font known = fonts.get(typeface);
        if (known == null) {
            known = typeface.in(document);
            fonts.put(typeface, known);
        }
        return known;
    }

    /** Words across the page, lightly, from the lower left to the upper right. */
    void across(Line line, Style style, Format format) throws IOException {
        double width = Units.points(format.width());
        double angle = Math.atan2(height, width);
        double reach = line.width() / 2;
        page.saveGraphicsState();
        colour(style.colour());
        page.beginText();
        page.setTextMatrix(Matrix.getRotateInstance(
                angle, (float) (width / 2 - reach * Math.cos(angle) + style.size() / 3 * Math.sin(angle)), (float)
                        (height / 2 - reach * Math.sin(angle) - style.size() / 3 * Math.cos(angle))));
        run(line.letters(), style, style.pitch() - style.size());
        page.endText();
        page.restoreGraphicsState();
    }

    void rectangle(double x, double top, double width, double depth, double line, int colour) throws IOException {
        colour(colour);
        page.setLineWidth((float) line);
        if (depth == 0) {
            page.moveTo((float) x, (float) (height - top));
            page.lineTo((float) (x + width), (float) (height - top));
        } else {
            page.addRect((float) x, (float) (height - top - depth), (float) width, (float) depth);
        }
        page.stroke();
    }

    /** A QR code as one filled shape, so that it is sharp in any size. */
    void code(BitMatrix matrix, double x, double top, double size) throws IOException {
        double module = size / matrix.getWidth();
        colour(0);
        for (int row = 0; row < matrix.getHeight(); row++) {
            for (int column = 0; column < matrix.getWidth(); column++) {
                if (matrix.get(column, row)) {
                    page.addRect(
                            (float) (x + column * module),
                            (float) (height - top - (row + 1) * module),
                            (float) module,
                            (float) module);
                }
            }
        }
        page.fill();
    }

    private void colour(int rgb) throws IOException {
        float red = (rgb >> 16 & 0xFF) / 255f;
        float green = (rgb >> 8 & 0xFF) / 255f;
        float blue = (rgb & 0xFF) / 255f;
        page.setNonStrokingColor(red, green, blue);
        page.setStrokingColor(red, green, blue);
    }
}
