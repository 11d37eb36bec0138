package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotFilter;
import dev.dryrun.history.SnapshotReference;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.report.ExportJson;
import dev.dryrun.report.ExportReport;
import dev.dryrun.report.ExportText;
import dev.dryrun.report.JsonText;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes one snapshot to a `history.db` of its own.
@Command(
        name = "export",
        description = "Write one snapshot to a history.db of its own.",
        footer = {
            "",
            "The file holds nothing else, and any command reads it: --history-db FILE.",
            "Exit status: 0 exported, 2 could not do it."
        })
final class SnapshotExportCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(
            paramLabel = "REF",
            description =
                    "latest, latest~N, the begin of a hash, or a time: the newest until then.")
    private String reference = "";

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "FILE",
            description = "The new file; it must not exist.")
    private Path target = Path.of("");

    @Option(
            names = "--all-streams",
            description = "Take along whatever was captured at the same moment.")
    private boolean allStreams;

    @Mixin private final StreamOptions streams = new StreamOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    SnapshotExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        SnapshotReference named = SnapshotReference.parse(reference);
        Project project = options.project(terminal);
        SnapshotKey key = options.key(project, terminal);
        Path to = terminal.resolve(target);
        List<SnapshotInfo> exported;
        try (HistoryFile history =
                HistoryFile.openForReading(options.historyFile(project, terminal))) {
            SnapshotInfo chosen = history.resolve(key, streams.stream(history, key, named), named);
            Predicate<SnapshotInfo> kept =
                    allStreams
                            ? it -> it.key().equals(key) && it.takenAt().equals(chosen.takenAt())
                            : chosen::equals;
            exported = history.list(key, SnapshotFilter.ALL).stream().filter(kept).toList();
            history.export(to, kept);
        }
        ExportReport report =
                new ExportReport(key, ProjectOptions.shown(to, terminal).toString(), exported);
        terminal.out()
                .print(output.json() ? JsonText.of(ExportJson.of(report)) : ExportText.of(report));
        return 0;
    }
}
