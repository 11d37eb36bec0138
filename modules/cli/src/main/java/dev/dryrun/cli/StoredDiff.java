package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.diff.SchemaDiff;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.model.SchemaDelta;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.report.DiffSide;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.SchemaDiffJson;
import dev.dryrun.report.SchemaDiffMarkdown;
import dev.dryrun.report.SchemaDiffReport;
import dev.dryrun.report.SchemaDiffText;
import java.util.List;

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
            SchemaDelta delta = SchemaDiff.between(file.read(pair.from()), file.read(pair.to()));
            print(
                    new SchemaDiffReport(
                            DiffSide.of(pair.from()), DiffSide.of(pair.to()), delta, List.of()));
        }
    }

    /// Prints what differs in a schema.
    ///
    /// @param report what differs
    public void print(SchemaDiffReport report) {
        terminal.out()
                .print(
                        switch (diff.format()) {
                            case TEXT -> SchemaDiffText.of(report, terminal.coloured());
                            case JSON -> JsonText.of(SchemaDiffJson.of(report));
                            case MARKDOWN -> SchemaDiffMarkdown.of(report);
                        });
    }
}
