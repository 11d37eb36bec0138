package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;

/// What a push or a pull did as JSON: `docs/reference/json/snapshot-push.md`.
public final class TransferJson {

    private TransferJson() {}

    /// {@return what was done}
    ///
    /// @param report what to say
    public static JsonObject of(TransferReport report) {
        return JsonObject.builder()
                .put(report.push() ? "pushed_to" : "pulled_from", report.place())
                .put("streams", JsonArray.of(report.streams(), TransferJson::line))
                .put("objects_moved", report.blobs())
                .put("bytes_moved", report.bytes())
                .put("warnings", JsonArray.ofStrings(report.warnings()))
                .build();
    }

    private static JsonObject line(TransferReport.Line line) {
        return JsonObject.builder()
                .put("project", line.key().projectId())
                .put("database", line.key().databaseId())
                .put("stream", line.stream())
                .put("copied", line.copied())
                .put("up_to_date", line.upToDate())
                .build();
    }
}
