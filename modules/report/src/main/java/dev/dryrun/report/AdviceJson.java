package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.Advice;
import dev.dryrun.model.AdviceReport;
import dev.dryrun.model.IndexSuggestion;
import dev.dryrun.model.Reading;
import java.util.List;
import java.util.Objects;

/// Advice as JSON: `docs/reference/json/advise.md`.
public final class AdviceJson {

    private AdviceJson() {}

    /// {@return what is advised about one text}
    ///
    /// @param report what is advised
    public static JsonObject of(AdviceReport report) {
        List<Advice> indexes =
                report.advice().stream().filter(advice -> advice.index() != null).toList();
        return JsonObject.builder()
                .put("file", report.file())
                .put("valid", report.valid())
                .put("plan_read", report.planRead())
                .put("statements", JsonArray.of(report.statements(), QueryJson::statement))
                .put("advice", JsonArray.of(report.advice(), AdviceJson::advice))
                .put("index_suggestions", JsonArray.of(indexes, AdviceJson::suggestion))
                .build();
    }

    private static JsonObject advice(Advice advice) {
        return JsonObject.builder()
                .put("rule", advice.rule().text())
                .put("severity", advice.severity().word())
                .put("node", advice.node())
                .put("table", advice.table() == null ? null : advice.table().display())
                .put("issue", advice.message())
                .put("detail", advice.detail())
                .put("recommendation", advice.recommendation())
                .put("ddl", advice.ddl())
                .build();
    }

    private static JsonObject suggestion(Advice advice) {
        IndexSuggestion index = Objects.requireNonNull(advice.index());
        return JsonObject.builder()
                .put("table", index.table().display())
                .put("index_type", index.method())
                .put("columns", JsonArray.ofStrings(index.keys()))
                .put("include_columns", JsonArray.ofStrings(index.include()))
                .put("partial_predicate", index.predicate())
                .put("ddl", advice.ddl())
                .put("rationale", index.rationale())
                .put("estimated_impact", index.impact().word())
                .put("size_bytes", figure(index.sizeBytes()))
                .put("existing_indexes", index.existingIndexes())
                .put("writes_per_day", figure(index.writesPerDay()))
                .put("hot_updates_per_day", figure(index.hotUpdatesPerDay()))
                .build();
    }

    private static JsonValue figure(Reading<Long> reading) {
        return switch (reading) {
            case Reading.Measured<Long>(Long value) -> JsonNumber.of(value);
            case Reading.Estimated<Long>(Long value) ->
                    JsonObject.builder().put("estimated", value).build();
            case Reading.Absent<Long>(Reading.Reason reason) ->
                    JsonObject.builder().put("absent", reason.word()).build();
        };
    }
}
