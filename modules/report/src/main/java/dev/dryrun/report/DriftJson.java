package dev.dryrun.report;

import dev.dryrun.json.JsonObject;
import dev.dryrun.model.Drift;

/// How a database stands to what was captured of it, as JSON: `docs/reference/json/drift.md`.
public final class DriftJson {

    private DriftJson() {}

    /// {@return the report}
    ///
    /// @param report from what was captured to the database
    public static JsonObject of(SchemaDiffReport report) {
        return JsonObject.builder()
                .put("direction", Drift.of(report.delta()).word())
                .putAll(SchemaDiffJson.of(report).members())
                .build();
    }
}
