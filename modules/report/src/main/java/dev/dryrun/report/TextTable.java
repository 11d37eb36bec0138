package dev.dryrun.report;

import java.util.ArrayList;
import java.util.List;

/// Columns of text, each as wide as its longest cell, two blanks between them.
final class TextTable {

    private final List<List<String>> rows = new ArrayList<>();

    private TextTable() {}

    static TextTable of(String... headings) {
        TextTable table = new TextTable();
        table.rows.add(List.of(headings));
        return table;
    }

    /// Adds a row; cells are made safe to show here.
    void row(String... cells) {
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(VisibleText.of(cell));
        }
        rows.add(row);
    }

    @Override
    public String toString() {
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length() + 2);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }
}
