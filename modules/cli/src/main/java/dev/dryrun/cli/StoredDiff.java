package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.config.WorkCalendar;
import dev.dryrun.diff.FigureDiff;
import dev.dryrun.diff.QueryDiff;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.report.DiffSide;
import dev.dryrun.report.FigureDiffJson;
import dev.dryrun.report.FigureDiffMarkdown;
import dev.dryrun.report.FigureDiffReport;
import dev.dryrun.report.FigureDiffText;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.QueryDiffReport;
import dev.dryrun.report.SchemaDiffJson;
import dev.dryrun.report.SchemaDiffMarkdown;
import dev.dryrun.report.SchemaDiffReport;
import dev.dryrun.report.SchemaDiffText;

/// Compares two snapshots of `history.db` and prints what differs.
///
/// @param terminal where to
/// @param diff what to compare, and how to show it
/// @param options whose
public record StoredDiff(Terminal terminal, DiffOptions diff, ProjectOptions options) {

    /// Compares and prints.
    public void print() {
        Project project = options.project(terminal);
        SnapshotKey key = options.key(project, terminal);
        try (HistoryFile file =
                HistoryFile.openForReading(options.historyFile(project, terminal))) {
            DiffOptions.Pair pair = diff.pair(file, key);
            SnapshotReader before = file.read(pair.from());
            SnapshotReader after = file.read(pair.to());
            DiffSide from = DiffSide.of(pair.from());
            DiffSide to = DiffSide.of(pair.to());
            switch (pair.from().stream()) {
                case Stream.Schema _ -> {
                    SchemaComparison schema =
                            SchemaComparison.between(file, pair.from(), pair.to());
                    print(new SchemaDiffReport(from, to, schema.delta(), schema.warnings()));
                }
                case Stream.Planner _, Stream.Activity _ ->
                        print(
                                new FigureDiffReport(
                                        from,
                                        to,
                                        FigureDiff.between(before, after),
                                        diff.leastPercent()));
                case Stream.Query _ -> {
                    WorkCalendar calendar = project.config().calendar();
                    QueryDiff queries = new QueryDiff(calendar.weekend(), calendar.timezone());
                    print(new QueryDiffReport(from, to, queries.between(before, after)));
                }
            }
        }
    }

    /// Prints what differs in a schema.
    ///
    /// @param report what differs
    public void print(SchemaDiffReport report) {
        print(
                switch (diff.format()) {
                    case TEXT -> SchemaDiffText.of(report, terminal.coloured());
                    case JSON -> JsonText.of(SchemaDiffJson.of(report));
                    case MARKDOWN -> SchemaDiffMarkdown.of(report);
                });
    }

    private void print(FigureDiffReport report) {
        print(
                switch (diff.format()) {
                    case TEXT -> FigureDiffText.of(report, terminal.coloured());
                    case JSON -> JsonText.of(FigureDiffJson.of(report));
                    case MARKDOWN -> FigureDiffMarkdown.of(report);
                });
    }

    private void print(QueryDiffReport report) {
        print(
                switch (diff.format()) {
                    case TEXT -> FigureDiffText.of(report, terminal.coloured());
                    case JSON -> JsonText.of(FigureDiffJson.of(report));
                    case MARKDOWN -> FigureDiffMarkdown.of(report);
                });
    }

    private void print(String text) {
        terminal.out().print(text);
    }
}
