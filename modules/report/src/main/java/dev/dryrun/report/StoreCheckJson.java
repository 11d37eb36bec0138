package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;

/// What a verification found as JSON: `docs/reference/json/snapshot-verify.md`.
public final class StoreCheckJson {

    private StoreCheckJson() {}

    /// {@return what was found}
    ///
    /// @param report what to say
    public static JsonObject of(StoreCheckReport report) {
        return JsonObject.builder()
                .put("place", report.place())
                .put("snapshots", report.snapshots())
                .put("objects", report.blobs())
                .put("bytes", report.bytes())
                .put("problems", JsonArray.ofStrings(report.problems()))
                .build();
    }
}
