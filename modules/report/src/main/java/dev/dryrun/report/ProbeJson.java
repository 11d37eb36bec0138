package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.report.ProbeReport.Privilege;

/// What a probe found as JSON: `docs/reference/json/probe.md`.
public final class ProbeJson {

    private ProbeJson() {}

    /// {@return what was found}
    ///
    /// @param report what to say
    public static JsonObject of(ProbeReport report) {
        return JsonObject.builder()
                .put("flavour", report.flavour())
                .put("version_text", report.versionText())
                .put("server", SnapshotJson.server(report.server()))
                .put("role", report.role())
                .put("capabilities", JsonArray.ofStrings(report.capabilities()))
                .put("privileges", JsonArray.of(report.privileges(), ProbeJson::privilege))
                .put("warnings", JsonArray.ofStrings(report.warnings()))
                .build();
    }

    private static JsonObject privilege(Privilege privilege) {
        return JsonObject.builder()
                .put("of", privilege.of())
                .put("allowed", privilege.allowed())
                .put("detail", privilege.detail())
                .build();
    }
}
