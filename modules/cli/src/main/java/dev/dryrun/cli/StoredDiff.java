package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.config.WorkCalendar;
import dev.dryrun.diff.FigureDiff;
import dev.dryrun.diff.PartitionRollUp;
import dev.dryrun.diff.QueryDiff;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.model.FigureDelta;
import dev.dryrun.model.SnapshotInfo;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
                                        figures(file, before, after),
                                        diff.leastPercent()));
                case Stream.Query _ -> {
                    WorkCalendar calendar = project.config().calendar();
                    QueryDiff queries = new QueryDiff(calendar.weekend(), calendar.timezone());
                    print(
                            new QueryDiffReport(
                                    from,
                                    to,
                                    queries.between(before, after, nodes(file, before, after))));
                }
            }
        }
    }

    /// Partitions are known by the schema that was there at the time.
    private static FigureDelta figures(
            HistoryFile file, SnapshotReader before, SnapshotReader after) {
        FigureDelta delta = FigureDiff.between(before, after);
        Optional<SnapshotReader> then = schema(file, before.snapshot());
        Optional<SnapshotReader> now = schema(file, after.snapshot());
        boolean activity = after.snapshot().stream() instanceof Stream.Activity;
        return activity && then.isPresent() && now.isPresent()
                ? new PartitionRollUp(before, after, then.get(), now.get()).rolledUp(delta)
                : delta;
    }

    private static Optional<SnapshotReader> schema(HistoryFile file, SnapshotInfo of) {
        return file.newest(of.key(), new Stream.Schema(), of.takenAt()).map(file::read);
    }

    /// {@return the activity that was captured with each of two snapshots of one node's queries}
    private static List<SnapshotReader> nodes(
            HistoryFile file, SnapshotReader before, SnapshotReader after) {
        List<SnapshotReader> nodes = new ArrayList<>();
        for (SnapshotInfo query : List.of(before.snapshot(), after.snapshot())) {
            if (query.stream() instanceof Stream.Query(String label)) {
                file.newest(query.key(), new Stream.Activity(label), query.takenAt())
                        .filter(activity -> activity.takenAt().equals(query.takenAt()))
                        .map(file::read)
                        .ifPresent(nodes::add);
            }
        }
        return nodes;
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
