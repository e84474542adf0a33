package org.liaison.platform.internal.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.liaison.platform.api.paper.Block.Cell;
import org.liaison.platform.api.paper.Block.Row;
import org.liaison.platform.api.paper.Block.Table;
import org.liaison.platform.internal.paper.Fitting.Fitted;
import org.liaison.platform.internal.paper.Fitting.Laid;

/** Sets one table: places of the cells, heights of the rows, breaks between rows that no cell joins. */
final class TableSetting {
    private static final double PAD_X = 4;
    private static final double PAD_Y = 2.5;

    private final Flow flow;
    private final Fitting fitting;
    private final Table table;
    private final double[] edges;
    private final List<Placed> cells = new ArrayList<>();
    private final double[] heights;
    /** Last row of each row's group: rows joined by a cell stay on one page. */
    private final int[] groupEnd;

    private record Placed(Cell cell, int row, int column) {
        int lastRow() {
            return row + cell.rows() - 1;
        }
    }

    TableSetting(Flow flow, Fitting fitting, Table table) {
        this.flow = flow;
        this.fitting = fitting;
        this.table = table;
        edges = new double[table.widths().size() + 1];
        for (int i = 1; i < edges.length; i++) {
            edges[i] = edges[i - 1] + Units.points(table.widths().get(i - 1));
        }
        heights = table.rows().stream()
                .mapToDouble(row -> Units.points(row.height()))
                .toArray();
        groupEnd = new int[heights.length];
        place();
        grow();
    }

    private void place() {
        boolean[][] taken = new boolean[heights.length][table.widths().size()];
        for (int row = 0; row < heights.length; row++) {
            int column = 0;
            for (Cell cell : table.rows().get(row).cells()) {
                while (column < taken[row].length && taken[row][column]) {
                    column++;
                }
                if (column + cell.columns() > taken[row].length || row + cell.rows() > heights.length) {
                    throw new IllegalArgumentException("cell outside of the table: row " + row + ", " + cell.name());
                }
                cells.add(new Placed(cell, row, column));
                for (int r = row; r < row + cell.rows(); r++) {
                    for (int c = column; c < column + cell.columns(); c++) {
                        taken[r][c] = true;
                    }
                }
            }
        }
        for (int row = heights.length - 1; row >= 0; row--) {
            int start = row;
            groupEnd[row] = Math.max(
                    groupEnd[row],
                    cells.stream()
                            .filter(placed -> placed.row() == start)
                            .mapToInt(Placed::lastRow)
                            .max()
                            .orElse(row));
        }
        for (int row = 1; row < heights.length; row++) {
            if (groupEnd[row - 1] >= row) {
                groupEnd[row] = Math.max(groupEnd[row], groupEnd[row - 1]);
            }
        }
    }

    private void grow() {
        double most = flow.wholePage() - headHeight();
        for (Placed placed : cells) {
            int last = placed.lastRow();
            Row row = table.rows().get(last);
            if (!row.fixed()) {
                double above = height(placed.row(), last - 1);
                double wanted = Fitting.height(fitting.lay(placed.cell().texts(), inner(placed)))
                        + footHeight(placed)
                        + 2 * PAD_Y;
                heights[last] = Math.min(most - above, Math.max(heights[last], wanted - above));
            }
        }
    }

    void print() throws IOException {
        int row = 0;
        while (row < heights.length) {
            int last = lastOfGroup(row);
            boolean turned = flow.room(height(row, last));
            if (turned && row >= table.head()) {
                print(0, table.head() - 1);
            }
            print(row, last);
            row = last + 1;
        }
    }

    private int lastOfGroup(int row) {
        int last = groupEnd[row];
        // the repeated rows never stand alone
        return row < table.head() && last < heights.length - 1
                ? Math.max(last, groupEnd[Math.min(table.head(), heights.length - 1)])
                : last;
    }

    private void print(int from, int to) throws IOException {
        for (Placed placed : cells) {
            if (placed.row() >= from && placed.row() <= to) {
                print(placed, flow.y() + height(from, placed.row() - 1));
            }
        }
        flow.advance(height(from, to));
    }

    private void print(Placed placed, double top) throws IOException {
        Cell cell = placed.cell();
        double x = flow.left() + edges[placed.column()];
        double width = edges[placed.column() + cell.columns()] - edges[placed.column()];
        double height = height(placed.row(), placed.lastRow());
        if (table.line() > 0) {
            flow.ink().rectangle(x, top, width, height, table.line(), 0);
        }
        double foot = footHeight(placed);
        double room = height - foot - 2 * PAD_Y;
        Fitted fitted = flow.fit(cell.texts(), inner(placed), room, cell.name());
        double shift = cell.middle() ? Math.max(0, (room - fitted.height()) / 2) : 0;
        flow.draw(fitted.laid(), x + PAD_X, top + PAD_Y + shift, inner(placed));
        flow.draw(foot(placed), x + PAD_X, top + height - PAD_Y - foot, inner(placed));
    }

    private double inner(Placed placed) {
        return edges[placed.column() + placed.cell().columns()] - edges[placed.column()] - 2 * PAD_X;
    }

    private List<Laid> foot(Placed placed) {
        return fitting.lay(placed.cell().foot(), inner(placed));
    }

    private double footHeight(Placed placed) {
        return Fitting.height(foot(placed));
    }

    private double headHeight() {
        return height(0, table.head() - 1);
    }

    private double height(int from, int to) {
        double sum = 0;
        for (int row = from; row <= to; row++) {
            sum += heights[row];
        }
        return sum;
    }
}
