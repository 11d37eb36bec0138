package dev.dryrun.report;

import dev.dryrun.model.ServerInfo;
import java.time.Instant;
import java.util.List;

/// The nodes that a history knows.
///
/// @param nodes by label
/// @param warnings one line each
public record NodesReport(List<KnownNode> nodes, List<String> warnings) {

    public NodesReport {
        nodes = List.copyOf(nodes);
        warnings = List.copyOf(warnings);
    }

    /// One node.
    ///
    /// @param label its name
    /// @param server where its newest capture was taken
    /// @param lastCaptureAt when that was
    /// @param captures how many there are
    public record KnownNode(String label, ServerInfo server, Instant lastCaptureAt, int captures) {}
}
