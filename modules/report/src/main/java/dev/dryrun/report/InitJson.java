package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;

/// What `dryrun init` did as JSON: `docs/reference/json/init.md`.
public final class InitJson {

    private InitJson() {}

    /// {@return what was done}
    ///
    /// @param report what to say
    public static JsonObject of(InitReport report) {
        JsonObject.Builder json =
                JsonObject.builder()
                        .put("project", report.key().projectId())
                        .put("database", report.key().databaseId())
                        .put("config_file", report.configFile())
                        .put("config_written", report.configWritten());
        if (!report.snapshots().isEmpty()) {
            json.put("history_file", report.historyFile())
                    .put("server", server(report.snapshots().getFirst().server()));
        }
        return json.put("snapshots", JsonArray.of(report.snapshots(), InitJson::snapshot))
                .put("warnings", JsonArray.ofStrings(report.warnings()))
                .build();
    }

    private static JsonObject server(ServerInfo server) {
        return JsonObject.builder()
                .put("version", server.version())
                .put("version_num", server.versionNum())
                .put("database", server.database())
                .put("standby", server.standby())
                .build();
    }

    private static JsonObject snapshot(SnapshotInfo snapshot) {
        return JsonObject.builder()
                .put("stream", snapshot.stream().word())
                .put("hash", snapshot.hash())
                .put("taken_at", snapshot.takenAt().toString())
                .put("objects", snapshot.objectCount())
                .put("masked_columns", snapshot.maskedColumns())
                .build();
    }
}
