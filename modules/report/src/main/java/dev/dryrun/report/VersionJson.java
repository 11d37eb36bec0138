package dev.dryrun.report;

import dev.dryrun.json.JsonObject;

/// The version as JSON: `docs/reference/json/version.md`.
public final class VersionJson {

    private VersionJson() {}

    /// {@return the version}
    ///
    /// @param report what to say
    public static JsonObject of(VersionReport report) {
        return JsonObject.builder()
                .put("version", report.version())
                .put("history_format", report.historyFormat())
                .put("postgres_grammar", report.grammar())
                .build();
    }
}
