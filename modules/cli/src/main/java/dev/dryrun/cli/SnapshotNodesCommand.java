package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.NodesJson;
import dev.dryrun.report.NodesReport;
import dev.dryrun.report.NodesReport.KnownNode;
import dev.dryrun.report.NodesText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Lists the nodes whose counters were captured.
@Command(name = "nodes", description = "List the nodes whose counters were captured.")
final class SnapshotNodesCommand implements Callable<Integer> {

    private static final Duration STALE = Duration.ofDays(7);

    private final Terminal terminal;

    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    SnapshotNodesCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        SnapshotKey key = options.key(project, terminal);
        List<KnownNode> nodes = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        try (HistoryFile file =
                HistoryFile.openForReading(options.historyFile(project, terminal))) {
            for (Stream stream : file.streams(key)) {
                if (stream instanceof Stream.Activity(String label)) {
                    List<SnapshotInfo> captures = file.snapshots(key, stream, Integer.MAX_VALUE);
                    SnapshotInfo newest = captures.getFirst();
                    ServerRotation rotation = ServerRotation.of(file, key, label, Instant.now());
                    nodes.add(
                            new KnownNode(
                                    label,
                                    newest.server(),
                                    rotation.shown(),
                                    newest.takenAt(),
                                    captures.size()));
                    warnings.addAll(warnings(label, captures, Instant.now()));
                    rotation.change().map(change -> label + ": " + change).ifPresent(warnings::add);
                }
            }
        }
        NodesReport report = new NodesReport(nodes, warnings);
        terminal.out()
                .print(output.json() ? JsonText.of(NodesJson.of(report)) : NodesText.of(report));
        return 0;
    }

    /// @param captures newest first, not empty
    private static List<String> warnings(String label, List<SnapshotInfo> captures, Instant now) {
        List<String> warnings = new ArrayList<>();
        Duration age = Duration.between(captures.getFirst().takenAt(), now);
        if (age.compareTo(STALE) > 0) {
            warnings.add(label + ": nothing captured for " + age.toDays() + " days");
        }
        if (captures.stream().map(it -> it.server().standby()).distinct().count() > 1) {
            warnings.add(label + ": it was captured as a primary and as a standby");
        }
        return warnings;
    }
}
