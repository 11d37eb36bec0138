package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.QueryReport;
import dev.dryrun.model.SqlCorrection;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlFix;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.model.SqlWarning;
import dev.dryrun.model.StarColumns;
import dev.dryrun.model.StatementVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Verdicts on SQL as JSON: `docs/reference/json/check-query.md`.
public final class QueryJson {

    private QueryJson() {}

    /// {@return one file's verdicts}
    ///
    /// @param report what is said of the file
    public static JsonObject of(QueryReport report) {
        return JsonObject.builder()
                .put("file", report.file())
                .put("valid", report.valid())
                .put("statements", JsonArray.of(report.statements(), QueryJson::statement))
                .build();
    }

    /// {@return one file's object; an array for any other number of files}
    ///
    /// @param reports one for each file that was named
    public static JsonValue of(List<QueryReport> reports) {
        return reports.size() == 1
                ? of(reports.getFirst())
                : JsonArray.of(reports, report -> of(report));
    }

    /// {@return one statement's verdict}
    ///
    /// @param verdict what is said of the statement
    public static JsonObject statement(StatementVerdict verdict) {
        JsonObject.Builder json =
                JsonObject.builder()
                        .put("valid", verdict.valid())
                        .put("errors", JsonArray.of(verdict.errors(), QueryJson::error))
                        .put("warnings", JsonArray.of(verdict.warnings(), QueryJson::warning));
        if (!verdict.stars().isEmpty()) {
            json.put("resolved_star_columns", JsonArray.of(verdict.stars(), QueryJson::star));
        }
        SqlCorrection correction = verdict.correction();
        if (correction != null) {
            json.put("corrected_sql", correction.sql())
                    .put("fixes", JsonArray.of(correction.fixes(), QueryJson::fix));
        }
        return json.build();
    }

    private static JsonObject fix(SqlFix fix) {
        return JsonObject.builder()
                .put("kind", fix.kind())
                .put("from", fix.from())
                .put("to", fix.to())
                .build();
    }

    private static JsonObject star(StarColumns star) {
        return JsonObject.builder()
                .put("table", star.table())
                .put("columns", JsonArray.of(star.columns(), JsonString::new))
                .build();
    }

    private static JsonObject error(SqlError error) {
        JsonObject.Builder json =
                JsonObject.builder()
                        .put("sqlstate", error.sqlstate())
                        .put("message", error.message());
        return place(error.place(), json)
                .put("hint", error.hint())
                .put("certainty", error.certainty().word())
                .build();
    }

    private static JsonObject warning(SqlWarning warning) {
        JsonObject.Builder json =
                JsonObject.builder()
                        .put("rule", warning.rule().text())
                        .put("severity", warning.severity().word())
                        .put("message", warning.message());
        return place(warning.place(), json).put("hint", warning.hint()).build();
    }

    private static JsonObject.Builder place(@Nullable SqlPlace place, JsonObject.Builder json) {
        return place == null
                ? json
                : json.put("position", place.position())
                        .put("line", place.line())
                        .put("column", place.column());
    }
}
