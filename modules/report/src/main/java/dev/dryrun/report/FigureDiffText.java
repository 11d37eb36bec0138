package dev.dryrun.report;

import java.util.List;

/// What differs between two snapshots of figures or of queries as text.
public final class FigureDiffText {

    private FigureDiffText() {}

    /// {@return the report, each line ended}
    ///
    /// @param report what differs
    /// @param colour whether to paint it
    public static String of(FigureDiffReport report, boolean colour) {
        Palette palette = new Palette(colour);
        StringBuilder out = heads(report.from(), report.to(), palette);
        FigureBlocks blocks = new FigureBlocks(palette);
        out.append(blocks.of(report.movers())).append(blocks.rolledUp(report.rolledUp()));
        if (!report.delta().facts().isEmpty()) {
            out.append(SchemaDiffText.body(report.delta().facts(), palette));
        }
        out.append('\n').append(DiffTables.total(report)).append('\n');
        return out.append(DiffTables.caveats(report.delta().caveats(), "note: ")).toString();
    }

    /// {@return the report, each line ended}
    ///
    /// @param report what differs
    /// @param colour whether to paint it
    public static String of(QueryDiffReport report, boolean colour) {
        StringBuilder out = heads(report.from(), report.to(), new Palette(colour));
        table(DiffTables.QUERY_HEADINGS, DiffTables.queries(report.delta()), out);
        out.append('\n').append(DiffTables.total(report.delta())).append('\n');
        return out.append(DiffTables.caveats(report.delta().caveats(), "note: ")).toString();
    }

    private static StringBuilder heads(DiffSide from, DiffSide to, Palette palette) {
        return new StringBuilder()
                .append(palette.bold(SchemaDiffText.side("---", from)))
                .append('\n')
                .append(palette.bold(SchemaDiffText.side("+++", to)))
                .append('\n');
    }

    private static void table(List<String> headings, List<List<String>> rows, StringBuilder out) {
        if (!rows.isEmpty()) {
            TextTable table = TextTable.of(headings.toArray(String[]::new));
            rows.forEach(row -> table.row(row.toArray(String[]::new)));
            out.append('\n').append(table);
        }
    }
}
