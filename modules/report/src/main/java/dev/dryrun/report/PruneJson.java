package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import java.time.Instant;

/// What `dryrun snapshot prune` took as JSON: `docs/reference/json/snapshot-prune.md`.
public final class PruneJson {

    private PruneJson() {}

    /// {@return what went, or would go}
    ///
    /// @param report what to say
    public static JsonObject of(PruneReport report) {
        Instant before = report.before();
        return JsonObject.builder()
                .put("project", report.key().projectId())
                .put("database", report.key().databaseId())
                .put("dry_run", report.dryRun())
                .put("before", before == null ? null : before.toString())
                .put("removed", JsonArray.of(report.removed(), SnapshotJson::snapshot))
                .put("pinned", JsonArray.of(report.pinned(), SnapshotJson::snapshot))
                .put("document_bytes", report.documentBytes())
                .put("purged", report.purged())
                .build();
    }
}
