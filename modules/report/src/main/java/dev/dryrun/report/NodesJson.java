package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.report.NodesReport.KnownNode;

/// The nodes as JSON: `docs/reference/json/snapshot-nodes.md`.
public final class NodesJson {

    private NodesJson() {}

    /// {@return the nodes}
    ///
    /// @param report what to say
    public static JsonObject of(NodesReport report) {
        return JsonObject.builder()
                .put("nodes", JsonArray.of(report.nodes(), NodesJson::node))
                .put("warnings", JsonArray.ofStrings(report.warnings()))
                .build();
    }

    private static JsonObject node(KnownNode node) {
        return JsonObject.builder()
                .put("label", node.label())
                .put("last_capture_at", node.lastCaptureAt().toString())
                .put("captures", node.captures())
                .put("members", node.members())
                .put("server", SnapshotJson.server(node.server()))
                .build();
    }
}
