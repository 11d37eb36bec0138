package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;

/// What `dryrun dump-schema --output FILE` wrote as JSON: `docs/reference/json/dump-schema.md`.
public final class DumpJson {

    private DumpJson() {}

    /// {@return what was written}
    ///
    /// @param report what to say
    public static JsonObject of(DumpReport report) {
        return JsonObject.builder()
                .put("file", report.file())
                .put("form", report.form())
                .put("server", SnapshotJson.server(report.server()))
                .put("objects", report.objectCount())
                .put("schema_hash", report.schemaHash())
                .put("warnings", JsonArray.ofStrings(report.warnings()))
                .build();
    }
}
