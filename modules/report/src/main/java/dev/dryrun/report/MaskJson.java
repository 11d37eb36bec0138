package dev.dryrun.report;

import dev.dryrun.json.AppliedMaskingJson;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SurvivingValues;

/// What `dryrun mask verify` found as JSON: `docs/reference/json/mask-verify.md`.
public final class MaskJson {

    private MaskJson() {}

    /// {@return what was found}
    ///
    /// @param report what to say
    public static JsonObject of(MaskReport report) {
        JsonObject.Builder out =
                JsonObject.builder()
                        .put("project", report.key().projectId())
                        .put("database", report.key().databaseId())
                        .put("file", report.file())
                        .put("clean", report.clean())
                        .put("schema", SnapshotJson.snapshot(report.schema()));
        SnapshotInfo planner = report.planner();
        if (planner != null) {
            out.put("planner", SnapshotJson.snapshot(planner));
        }
        AppliedMasking applied = (planner == null ? report.schema() : planner).masking();
        if (applied != null) {
            out.put("applied", AppliedMaskingJson.toJson(applied));
        }
        MaskReport.Policy policy = report.policy();
        if (policy != null) {
            out.put(
                    "policy",
                    JsonObject.builder()
                            .put("file", policy.file())
                            .put("hash", policy.hash())
                            .put("hidden_columns", policy.hiddenColumns())
                            .build());
        }
        return out.put(
                        "values",
                        JsonArray.of(report.values(), found -> values(found, report.show())))
                .put("definitions", JsonArray.of(report.definitions(), ref -> about(ref).build()))
                .put(
                        "comments",
                        JsonArray.of(report.comments(), comment -> comment(comment, report.show())))
                .put("warnings", JsonArray.ofStrings(report.warnings()))
                .build();
    }

    private static JsonObject values(SurvivingValues found, boolean show) {
        JsonObject.Builder out =
                JsonObject.builder()
                        .put("schema", found.table().schema())
                        .put("table", found.table().name())
                        .put("name", found.name())
                        .put("kind", found.kind().word());
        if (!found.type().isEmpty()) {
            out.put("type", found.type());
        }
        String by = found.maskedBy();
        if (by != null) {
            out.put("masked_by", by);
        }
        JsonObject.Builder counts = JsonObject.builder();
        found.values().forEach((slot, values) -> counts.put(slot, values.size()));
        out.put("verdict", found.verdict().word()).put("counts", counts.build());
        if (show) {
            JsonObject.Builder values = JsonObject.builder();
            found.values().forEach((slot, list) -> values.put(slot, JsonArray.ofStrings(list)));
            out.put("values", values.build());
        }
        return out.build();
    }

    private static JsonObject.Builder about(ObjectRef ref) {
        return JsonObject.builder()
                .put("kind", ref.kind().word())
                .put("schema", ref.name().schema())
                .put("name", ref.name().name());
    }

    private static JsonObject comment(MaskReport.Comment comment, boolean show) {
        JsonObject.Builder out = about(comment.about());
        if (!comment.part().isEmpty()) {
            out.put("part", comment.part());
        }
        return show ? out.put("text", comment.text()).build() : out.build();
    }
}
