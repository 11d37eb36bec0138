package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;

/// What `dryrun import` did as JSON: `docs/reference/json/import.md`.
public final class ImportJson {

    private ImportJson() {}

    /// {@return what was done}
    ///
    /// @param report what to say
    public static JsonObject of(ImportReport report) {
        return JsonObject.builder()
                .put("project", report.key().projectId())
                .put("database", report.key().databaseId())
                .put("file", report.file())
                .put("source", report.source())
                .put("history_file", report.historyFile())
                .put("stored", report.stored())
                .put("server", SnapshotJson.server(report.snapshot().server()))
                .put("snapshot", SnapshotJson.snapshot(report.snapshot()))
                .put("warnings", JsonArray.ofStrings(report.warnings()))
                .build();
    }
}
