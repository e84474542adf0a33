package org.liaison.registration.internal.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import org.liaison.platform.api.paper.Block.Cell;
import org.liaison.platform.api.paper.Block.Row;
import org.liaison.platform.api.paper.Block.Table;

/** Writes a form down row by row: label, what is filled in, label, what is filled in. */
final class Grid {
    private static final double LINE = 0.6;

    private final List<Double> widths;
    private final List<Row> rows = new ArrayList<>();
    private double height;
    private boolean fixed;
    private List<Cell> cells;

    /** @param widths of the columns in mm */
    Grid(double... widths) {
        this.widths = DoubleStream.of(widths).boxed().toList();
    }

    /** Begins a row of one height in mm. */
    Grid row(double millimetres) {
        end();
        height = millimetres;
        fixed = true;
        cells = new ArrayList<>();
        return this;
    }

    /** Begins a row that grows. */
    Grid growing(double millimetres) {
        row(millimetres);
        fixed = false;
        return this;
    }

    Grid label(String words) {
        return cell(Cell.label(words));
    }

    /** A label joined over rows; one character a line. */
    Grid side(String words, int overRows) {
        String upright = String.join("\n", words.split(""));
        Cell label = Cell.label(upright);
        return cell(new Cell(label.texts(), List.of(), 1, overRows, true, words));
    }

    Grid field(String name, String words) {
        return field(name, words, 1);
    }

    Grid field(String name, String words, int overColumns) {
        return label(name).cell(Cell.value(name, words).span(overColumns, 1));
    }

    Grid cell(Cell cell) {
        cells.add(cell);
        return this;
    }

    Table table() {
        return table(0);
    }

    /** @param head rows repeated on every page */
    Table table(int head) {
        end();
        return new Table(widths, rows, head, LINE);
    }

    private void end() {
        if (cells != null) {
            rows.add(new Row(height, fixed, cells));
            cells = null;
        }
    }
}
