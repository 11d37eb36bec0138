package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.Finding;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.Severity;
import java.util.List;

/// A lint report as JSON: `docs/reference/json/lint.md`.
public final class LintJson {

    private LintJson() {}

    /// {@return the report}
    ///
    /// @param findings in the order to show them
    /// @param tablesChecked how many tables the rules saw
    public static JsonObject of(List<Finding> findings, int tablesChecked) {
        return JsonObject.builder()
                .put("findings", JsonArray.of(findings, LintJson::finding))
                .put("tables_checked", tablesChecked)
                .put(
                        "summary",
                        JsonObject.builder()
                                .put("errors", count(findings, Severity.ERROR))
                                .put("warnings", count(findings, Severity.WARNING))
                                .put("info", count(findings, Severity.INFO))
                                .build())
                .build();
    }

    static long count(List<Finding> findings, Severity severity) {
        return findings.stream().filter(finding -> finding.severity() == severity).count();
    }

    /// {@return one finding as it stands in every report that has findings}
    ///
    /// @param finding what a rule said
    public static JsonObject finding(Finding finding) {
        JsonObject.Builder json =
                JsonObject.builder()
                        .put("rule", finding.rule().text())
                        .put("severity", finding.severity().word());
        ObjectRef object = finding.object();
        if (object.kind() == ObjectKind.TABLE) {
            json.put("tables", JsonArray.ofStrings(List.of(object.name().display())));
        } else {
            json.put("objects", JsonArray.of(List.of(object), LintJson::object));
        }
        return json.put("column", finding.column())
                .put("message", finding.message())
                .put("recommendation", finding.recommendation())
                .put("ddl_fix", finding.ddlFix())
                .build();
    }

    private static JsonObject object(ObjectRef object) {
        return JsonObject.builder()
                .put("kind", object.kind().word())
                .put("name", object.name().display())
                .build();
    }
}
