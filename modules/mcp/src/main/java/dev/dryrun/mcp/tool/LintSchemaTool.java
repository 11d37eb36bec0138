package dev.dryrun.mcp.tool;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.lint.LintReport;
import dev.dryrun.lint.LintSettings;
import dev.dryrun.lint.Linter;
import dev.dryrun.model.Finding;
import dev.dryrun.report.LintJson;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `lint_schema`: which conventions does this schema break?
///
/// @param linter the rules; called only by a call
/// @param settings what the project says of rules, asked at every call
record LintSchemaTool(Supplier<Linter> linter, Supplier<LintSettings> settings) implements Tool {

    static final String NAME = "lint_schema";

    @Override
    public InputSchema inputSchema() {
        return new InputSchema(
                NAME,
                List.of(
                        new Property.Text("schema", "only of this schema, exactly", false),
                        new Property.Text("table", "only of tables of this name, exactly", false),
                        Page.LIMIT));
    }

    @Override
    public String title() {
        return "Lint the schema";
    }

    @Override
    public String description() {
        return "Says where the captured database breaks conventions: what is wrong, why it hurts,"
                + " what to do, and the statement that mends it. Use it before you change a table,"
                + " and to check the design of one.";
    }

    @Override
    public JsonObject outputSchema() {
        JsonObject finding =
                Schemas.object(
                        List.of("rule", "severity", "message", "recommendation"),
                        JsonObject.builder()
                                .put("rule", Schemas.text())
                                .put("severity", Schemas.text())
                                .put("tables", Schemas.listOf(Schemas.text()))
                                .put("objects", Schemas.listOf(Schemas.type("object")))
                                .put("column", Schemas.text())
                                .put("message", Schemas.text())
                                .put("recommendation", Schemas.text())
                                .put("ddl_fix", Schemas.text()));
        return Schemas.object(
                List.of("findings", "tables_checked", "summary"),
                JsonObject.builder()
                        .put("findings", Schemas.listOf(finding))
                        .put("tables_checked", Schemas.whole())
                        .put("summary", Schemas.type("object"))
                        .put("omitted_findings", Schemas.whole())
                        .put("truncated", Schemas.flag()));
    }

    @Override
    public ToolAnswer call(Arguments arguments, Catalog catalog) {
        LintSettings all = settings.get();
        LintSettings asked =
                new LintSettings(
                        all.disabledRules(),
                        all.minSeverity(),
                        arguments.text("schema"),
                        arguments.text("table"));
        LintReport report = linter.get().run(catalog, asked);
        int limit = new Page(arguments).limit();
        List<Finding> shown =
                report.findings().stream()
                        .sorted(Comparator.comparing(Finding::severity).reversed())
                        .limit(limit == 0 ? Long.MAX_VALUE : limit)
                        .toList();
        int omitted = report.findings().size() - shown.size();
        JsonObject.Builder content = JsonObject.builder();
        content.put("findings", JsonArray.of(shown, LintJson::finding));
        LintJson.of(report.findings(), report.tablesChecked())
                .members()
                .forEach((name, value) -> {
                    if (!name.equals("findings")) {
                        content.put(name, value);
                    }
                });
        if (omitted > 0) {
            content.put("omitted_findings", omitted).put("truncated", true);
        }
        return new ToolAnswer(content.build(), hint(omitted), List.of());
    }

    private static @Nullable String hint(int omitted) {
        return omitted == 0
                ? null
                : omitted
                        + " findings are not shown, the least severe first of all; limit 0 shows"
                        + " all";
    }
}
