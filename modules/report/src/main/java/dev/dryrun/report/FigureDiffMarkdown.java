package dev.dryrun.report;

import java.util.List;

/// What differs between two snapshots of figures or of queries as Markdown.
public final class FigureDiffMarkdown {

    private FigureDiffMarkdown() {}

    /// {@return the report, each line ended}
    ///
    /// @param report what differs
    public static String of(FigureDiffReport report) {
        StringBuilder out = head(DiffTables.total(report), report.from(), report.to());
        table(DiffTables.FIGURE_HEADINGS, DiffTables.figures(report), out);
        table(DiffTables.ROLLED_UP_HEADINGS, DiffTables.rolledUp(report), out);
        out.append(SchemaDiffMarkdown.body(report.delta().facts()));
        return out.append(DiffTables.caveats(report.delta().caveats(), "\n> ")).toString();
    }

    /// {@return the report, each line ended}
    ///
    /// @param report what differs
    public static String of(QueryDiffReport report) {
        StringBuilder out = head(DiffTables.total(report.delta()), report.from(), report.to());
        table(DiffTables.QUERY_HEADINGS, DiffTables.queries(report.delta()), out);
        return out.append(DiffTables.caveats(report.delta().caveats(), "\n> ")).toString();
    }

    private static StringBuilder head(String total, DiffSide from, DiffSide to) {
        return new StringBuilder("**")
                .append(total)
                .append("**\n\n")
                .append(SchemaDiffText.side("from", from))
                .append("  \n")
                .append(SchemaDiffText.side("to", to))
                .append('\n');
    }

    private static void table(List<String> headings, List<List<String>> rows, StringBuilder out) {
        if (!rows.isEmpty()) {
            out.append('\n');
            row(headings, out);
            out.append("|---".repeat(headings.size())).append("|\n");
            rows.forEach(cells -> row(cells, out));
        }
    }

    private static void row(List<String> cells, StringBuilder out) {
        cells.forEach(
                cell -> out.append("| ").append(SchemaDiffMarkdown.escaped(cell)).append(' '));
        out.append("|\n");
    }
}
