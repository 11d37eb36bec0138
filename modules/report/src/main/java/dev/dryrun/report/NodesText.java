package dev.dryrun.report;

import dev.dryrun.report.NodesReport.KnownNode;
import java.time.temporal.ChronoUnit;

/// The nodes as text.
public final class NodesText {

    private NodesText() {}

    /// {@return a table, then one line for each warning}
    ///
    /// @param report what to say
    public static String of(NodesReport report) {
        if (report.nodes().isEmpty()) {
            return "No node has been captured\n";
        }
        TextTable table = TextTable.of("NODE", "ROLE", "PG", "MEMBERS", "CAPTURES", "LAST CAPTURE");
        for (KnownNode node : report.nodes()) {
            table.row(
                    node.label(),
                    SnapshotLine.role(node.server()),
                    node.server().version(),
                    node.members(),
                    Integer.toString(node.captures()),
                    node.lastCaptureAt().truncatedTo(ChronoUnit.SECONDS).toString());
        }
        return table + SnapshotLine.warnings(report.warnings());
    }
}
