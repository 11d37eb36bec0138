package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;

/// What was captured as JSON: `docs/reference/json/snapshot-take.md`.
public final class CaptureJson {

    private CaptureJson() {}

    /// {@return what was captured}
    ///
    /// @param report what to say
    public static JsonObject of(CaptureReport report) {
        return JsonObject.builder()
                .put("project", report.key().projectId())
                .put("database", report.key().databaseId())
                .put("history_file", report.historyFile())
                .put("server", SnapshotJson.server(report.snapshots().getFirst().server()))
                .put("snapshots", JsonArray.of(report.snapshots(), SnapshotJson::snapshot))
                .put("warnings", JsonArray.ofStrings(report.warnings()))
                .build();
    }
}
