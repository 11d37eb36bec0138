package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;

/// What `dryrun snapshot export` wrote as JSON: `docs/reference/json/snapshot-export.md`.
public final class ExportJson {

    private ExportJson() {}

    /// {@return what was written}
    ///
    /// @param report what to say
    public static JsonObject of(ExportReport report) {
        return JsonObject.builder()
                .put("project", report.key().projectId())
                .put("database", report.key().databaseId())
                .put("file", report.file())
                .put("snapshots", JsonArray.of(report.snapshots(), SnapshotJson::snapshot))
                .build();
    }
}
