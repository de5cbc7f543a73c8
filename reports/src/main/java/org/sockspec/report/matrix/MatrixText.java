package org.sockspec.report.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes a matrix as Markdown tables, which a terminal shows aligned. */
public final class MatrixText {
    private final Matrix matrix;
    private final StringBuilder text = new StringBuilder();

    private MatrixText(Matrix matrix) {
        this.matrix = matrix;
    }

    /** Returns the matrix: differences first, then what all share, then areas. */
    public static String of(Matrix matrix) {
        var writer = new MatrixText(matrix);
        writer.cells("Clauses in which they differ", matrix.differences());
        writer.cells("Clauses in which all deviate alike", matrix.sharedDeviations());
        writer.table("Passed clauses of those with a verdict", matrix.areas());
        return writer.text.toString();
    }

    private void cells(String title, Map<String, List<Cell>> rows) {
        var texts = new LinkedHashMap<String, List<String>>();
        rows.forEach((id, cells) -> texts.put(id, cells.stream().map(Cell::text).toList()));
        table(title, texts);
    }

    private void table(String title, Map<String, List<String>> rows) {
        text.append("## ").append(title).append(" (").append(rows.size()).append(")\n\n");
        var lines = new ArrayList<List<String>>();
        lines.add(line("", matrix.names()));
        rows.forEach((name, cells) -> lines.add(line(name, cells)));
        var widths = new int[lines.get(0).size()];
        for (var line : lines) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            row(lines.get(i), widths);
            if (i == 0) {
                for (int width : widths) {
                    text.append("|-").append("-".repeat(width)).append('-');
                }
                text.append("|\n");
            }
        }
        text.append('\n');
    }

    private void row(List<String> cells, int[] widths) {
        for (int i = 0; i < widths.length; i++) {
            text.append("| ")
                    .append(cells.get(i))
                    .append(" ".repeat(widths[i] - cells.get(i).length() + 1));
        }
        text.append("|\n");
    }

    private static List<String> line(String first, List<String> rest) {
        var line = new ArrayList<String>();
        line.add(first);
        rest.forEach(cell -> line.add(cell.replace("|", "\\|")));
        return line;
    }
}
