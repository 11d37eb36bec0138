package dev.dryrun.report;

import dev.dryrun.json.AppliedMaskingJson;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import java.util.List;

/// The snapshots of a database as JSON: `docs/reference/json/snapshot-list.md`.
public final class SnapshotListJson {

    private SnapshotListJson() {}

    /// {@return the snapshots}
    ///
    /// @param key whose
    /// @param snapshots in the order to show them
    public static JsonObject of(SnapshotKey key, List<SnapshotInfo> snapshots) {
        return JsonObject.builder()
                .put("project", key.projectId())
                .put("database", key.databaseId())
                .put("snapshots", JsonArray.of(snapshots, SnapshotListJson::snapshot))
                .build();
    }

    private static JsonObject snapshot(SnapshotInfo snapshot) {
        JsonObject.Builder out =
                JsonObject.builder()
                        .putAll(SnapshotJson.snapshot(snapshot).members())
                        .put("server", SnapshotJson.server(snapshot.server()));
        AppliedMasking masking = snapshot.masking();
        return masking == null
                ? out.build()
                : out.put("masking", AppliedMaskingJson.toJson(masking)).build();
    }
}
