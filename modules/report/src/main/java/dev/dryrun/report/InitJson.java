package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;

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
                    .put("server", SnapshotJson.server(report.snapshots().getFirst().server()));
        }
        return json.put("snapshots", JsonArray.of(report.snapshots(), SnapshotJson::snapshot))
                .put("warnings", JsonArray.ofStrings(report.warnings()))
                .build();
    }
}
