package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;

/// What `dryrun snapshot delete` took as JSON: `docs/reference/json/snapshot-delete.md`.
public final class DeletionJson {

    private DeletionJson() {}

    /// {@return what went}
    ///
    /// @param report what to say
    public static JsonObject of(DeletionReport report) {
        return JsonObject.builder()
                .put("project", report.key().projectId())
                .put("database", report.key().databaseId())
                .put("snapshot", SnapshotJson.snapshot(report.snapshot()))
                .put("bound", JsonArray.of(report.bound(), SnapshotJson::snapshot))
                .put("twins", report.twinCount())
                .put("purged", report.purged())
                .build();
    }
}
