package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.DiffCaveat;
import dev.dryrun.model.FigureChange;
import dev.dryrun.model.FigureDelta;
import dev.dryrun.model.PropertyChange.Part;
import dev.dryrun.model.QueryDelta;
import org.jspecify.annotations.Nullable;

/// What differs between two snapshots of figures or of queries as JSON:
/// `docs/reference/json/snapshot-diff.md`.
public final class FigureDiffJson {

    private FigureDiffJson() {}

    /// {@return the report}
    ///
    /// @param report what differs
    public static JsonObject of(FigureDiffReport report) {
        JsonObject delta =
                JsonObject.builder()
                        .put(
                                "figures",
                                JsonArray.of(report.delta().figures(), FigureDiffJson::figure))
                        .put(
                                "rolled_up",
                                JsonArray.of(report.delta().rolledUp(), FigureDiffJson::rolledUp))
                        .put("facts", SchemaDiffJson.delta(report.delta().facts()))
                        .put("otherwise", report.delta().otherwise())
                        .put("caveats", JsonArray.of(report.delta().caveats(), FigureDiffJson::of))
                        .build();
        return SchemaDiffJson.sides(report.kind(), report.from(), report.to())
                .put(report.kind(), delta)
                .build();
    }

    private static JsonObject rolledUp(FigureDelta.RolledUp one) {
        JsonObject.Builder out =
                JsonObject.builder()
                        .putAll(figure(one.figure()).members())
                        .put("partitions", one.partitions());
        return one.leftOut() == 0 ? out.build() : out.put("left_out", one.leftOut()).build();
    }

    private static JsonObject figure(FigureChange change) {
        JsonObject.Builder out =
                JsonObject.builder().put("object", SchemaDiffJson.reference(change.about()));
        Part part = change.part();
        if (part != null) {
            out.put(
                    "part",
                    JsonObject.builder().put("kind", part.kind()).put("name", part.name()).build());
        }
        out.put("metric", change.metric());
        number(out, "value_a", change.before());
        number(out, "value_b", change.after());
        if (change.resetBetween()) {
            out.put("reset_between", true);
        }
        change.delta().ifPresent(delta -> number(out, "delta", delta));
        change.percent().ifPresent(percent -> number(out, "pct", percent));
        return out.build();
    }

    private static void number(JsonObject.Builder out, String name, @Nullable Double value) {
        if (value != null && Double.isFinite(value)) {
            out.put(name, JsonNumber.of(value));
        }
    }

    /// {@return the report}
    ///
    /// @param report what differs
    public static JsonObject of(QueryDiffReport report) {
        QueryDelta delta = report.delta();
        JsonObject.Builder out =
                JsonObject.builder()
                        .put("entries", JsonArray.of(delta.entries(), FigureDiffJson::entry))
                        .put("calls_delta", delta.callsDelta());
        number(out, "total_exec_time_ms_delta", delta.timeMsDelta());
        out.put("shared_blks_read_delta", delta.blocksReadDelta())
                .put("shared_blks_hit_delta", delta.blocksHitDelta())
                .put("caveats", JsonArray.of(delta.caveats(), FigureDiffJson::of));
        return SchemaDiffJson.sides("query", report.from(), report.to())
                .put("query", out.build())
                .build();
    }

    private static JsonObject entry(QueryDelta.Entry entry) {
        JsonObject.Builder out =
                JsonObject.builder()
                        .put("fingerprint", entry.fingerprint())
                        .put("text", entry.text())
                        .put("status", entry.status().word());
        QueryDelta.Cost cost = entry.delta();
        if (cost != null) {
            out.put("calls_delta", cost.calls());
            number(out, "total_exec_time_ms_delta", cost.timeMs());
            out.put("rows_delta", cost.rows())
                    .put("shared_blks_hit_delta", cost.blocksHit())
                    .put("shared_blks_read_delta", cost.blocksRead());
            number(out, "mean_exec_time_ms", cost.meanMs());
        }
        number(out, "prior_mean_exec_time_ms", entry.meanBeforeMs());
        if (entry.unmatched() > 0) {
            out.put("unmatched", entry.unmatched());
        }
        return out.build();
    }

    private static JsonObject of(DiffCaveat caveat) {
        return JsonObject.builder()
                .put("code", caveat.code().word())
                .put("message", caveat.message())
                .build();
    }
}
