package dev.dryrun.report;

import dev.dryrun.json.JsonObject;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;

/// A snapshot and its server, as every result shows them.
final class SnapshotJson {

    private SnapshotJson() {}

    static JsonObject server(ServerInfo server) {
        return JsonObject.builder()
                .put("version", server.version())
                .put("version_num", server.versionNum())
                .put("database", server.database())
                .put("standby", server.standby())
                .build();
    }

    static JsonObject snapshot(SnapshotInfo snapshot) {
        return JsonObject.builder()
                .put("stream", snapshot.stream().word())
                .put("hash", snapshot.hash())
                .put("taken_at", snapshot.takenAt().toString())
                .put("objects", snapshot.objectCount())
                .put("masked_columns", snapshot.maskedColumns())
                .build();
    }
}
