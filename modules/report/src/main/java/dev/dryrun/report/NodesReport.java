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
    /// @param members how many servers answered under the label lately: a number, `1?` for a single
    ///   sighting, `2 (osc.)` where they take turns, `unknown`
    /// @param lastCaptureAt when that was
    /// @param captures how many there are
    public record KnownNode(
            String label, ServerInfo server, String members, Instant lastCaptureAt, int captures) {}
}
