package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;

/// What `dryrun stats apply` wrote as JSON: `docs/reference/json/stats-apply.md`.
public final class ApplyJson {

    private ApplyJson() {}

    /// {@return what was written and what was not}
    ///
    /// @param report what to say
    public static JsonObject of(ApplyReport report) {
        JsonObject.Builder settings = JsonObject.builder();
        report.settings().forEach(settings::put);
        return JsonObject.builder()
                .put("project", report.key().projectId())
                .put("database", report.key().databaseId())
                .put("taken_at", report.takenAt().toString())
                .put("target", report.database())
                .put("target_version", report.version())
                .put("method", report.method())
                .put("tables", report.tables())
                .put("indexes", report.indexes())
                .put("columns", report.columns())
                .put("extended", report.extended())
                .put("scaled_tables", report.scaled())
                .put("pages_made", report.pagesMade())
                .put("missing", JsonArray.ofStrings(report.missing()))
                .put("left_out", JsonArray.of(report.leftOut(), ApplyJson::leftOut))
                .put("settings", settings.build())
                .put("settings_written", report.settingsWritten())
                .put("warnings", JsonArray.ofStrings(report.warnings()))
                .build();
    }

    /// {@return what was put back}
    ///
    /// @param database the database that has it again
    /// @param tables how many tables and indexes
    /// @param gone how many are no longer there
    /// @param settings how many settings
    public static JsonObject undone(String database, int tables, int gone, int settings) {
        return JsonObject.builder()
                .put("target", database)
                .put("relations", tables)
                .put("gone", gone)
                .put("settings", settings)
                .build();
    }

    private static JsonObject leftOut(ApplyReport.LeftOut it) {
        return JsonObject.builder().put("object", it.object()).put("reason", it.reason()).build();
    }
}
