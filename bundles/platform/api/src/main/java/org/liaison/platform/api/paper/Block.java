package org.liaison.platform.api.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/** A part of a sheet. Those with a place stand there on the present page; the others follow each other down the pages. */
public sealed interface Block {
    /**
     * Words: paragraphs parted by line feeds, broken by the rules of Chinese setting (避头尾).
     *
     * @param words null is printed as nothing
     * @param indent first-line indent in characters
     */
    record Text(String words, Style style, Align align, int indent) implements Block {
        public Text {
            words = words == null ? "" : words;
            Objects.requireNonNull(style, "style");
            Objects.requireNonNull(align, "align");
        }

        /** Words without an indent, both edges straight. */
        public static Text of(String words, Style style) {
            return new Text(words, style, Align.JUSTIFY, 0);
        }

        /** The same, aligned. */
        public Text align(Align other) {
            return new Text(words, style, other, indent);
        }
    }

    /** Where words stand in a line. */
    enum Align {
        LEFT,
        CENTER,
        RIGHT,
        /** Both edges straight but for the last line. */
        JUSTIFY,
        /** Every line spread over its width (分散对齐). */
        SPREAD
    }

    /**
     * A table (表格). It breaks between rows, never through cells joined down the rows; its first rows are repeated.
     *
     * @param widths widths of the columns in mm
     * @param head rows repeated on each page
     * @param line thickness of the lines in points; 0 = none
     */
    record Table(List<Double> widths, List<Row> rows, int head, double line) implements Block {
        public Table {
            widths = List.copyOf(widths);
            rows = List.copyOf(rows);
        }
    }

    /**
     * A row of a table.
     *
     * @param height least height in mm, the only one when {@code fixed}
     * @param fixed the row does not grow: its words shrink to their least size, the rest goes to the sheet's 附页
     */
    record Row(double height, boolean fixed, List<Cell> cells) {
        public Row {
            cells = List.copyOf(cells);
        }

        /** A row that grows with its words. */
        public static Row of(double height, Cell... cells) {
            return new Row(height, false, List.of(cells));
        }

        /** A row of one height. */
        public static Row fixed(double height, Cell... cells) {
            return new Row(height, true, List.of(cells));
        }
    }

    /**
     * A cell of a table.
     *
     * @param texts what it says
     * @param foot what stands at its lower edge, e.g. signature and date; never shrunk
     * @param columns columns joined
     * @param rows rows joined
     * @param middle words in the middle of the height, else at the top
     * @param name how the 附页 names the cell when its words go on there
     */
    record Cell(List<Text> texts, List<Text> foot, int columns, int rows, boolean middle, String name) {
        public Cell {
            texts = List.copyOf(texts);
            foot = List.copyOf(foot);
            Objects.requireNonNull(name, "name");
        }

        /** A centred label. */
        public static Cell label(String words) {
            return new Cell(List.of(Text.of(words, Style.LABEL).align(Align.CENTER)), List.of(), 1, 1, true, words);
        }

        /** What is filled in, in the middle of the height. */
        public static Cell value(String name, String words) {
            return new Cell(List.of(Text.of(words, Style.VALUE)), List.of(), 1, 1, true, name);
        }

        /** The same over several columns and rows. */
        public Cell span(int overColumns, int overRows) {
            return new Cell(texts, foot, overColumns, overRows, middle, name);
        }

        /** The same with its words at the top. */
        public Cell top() {
            return new Cell(texts, foot, columns, rows, false, name);
        }

        /** The same with words at its lower edge. */
        public Cell foot(Text... lower) {
            return new Cell(texts, List.of(lower), columns, rows, middle, name);
        }
    }

    /** Words in a bounded place, mm from the upper left corner of the paper; they shrink to fit, the rest goes to the 附页. */
    record Box(double x, double y, double width, double height, List<Text> texts, boolean middle, String name)
            implements Block {
        public Box {
            texts = List.copyOf(texts);
            Objects.requireNonNull(name, "name");
        }
    }

    /** A rectangle of lines, mm from the upper left corner; thickness in points. A height of 0 is a line across. */
    record Frame(double x, double y, double width, double height, double line, int colour) implements Block {}

    /** A QR code of an address, mm from the upper left corner. */
    record Qr(double x, double y, double size, String content) implements Block {
        public Qr {
            Objects.requireNonNull(content, "content");
        }
    }

    /**
     * Signature of an official document (落款), GB/T 9704 with seal: the date four characters from the right edge, the issuer
     * centred above it. The last line of the paragraph before it stays on its page.
     *
     * @param date null leaves 年 月 日 to be written by hand
     */
    record Signature(String issuer, LocalDate date, Style style) implements Block {
        public Signature {
            Objects.requireNonNull(issuer, "issuer");
            Objects.requireNonNull(style, "style");
        }
    }

    /** Empty height in mm. */
    record Gap(double height) implements Block {}

    /** What follows begins on a new page. */
    record Break() implements Block {}
}
