package dev.dryrun.mcp.tool;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.mcp.tool.ToolAnswer.NextCall;
import dev.dryrun.model.StatementVerdict;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.query.QueryCheck;
import dev.dryrun.query.QuerySettings;
import dev.dryrun.report.QueryJson;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `validate_query`: would PostgreSQL accept this?
///
/// @param parser loads the parser, or gives the one that is loaded; called only by a call
/// @param settings which rules look at statements; asked at every call
record ValidateQueryTool(Supplier<PgQuery> parser, Supplier<QuerySettings> settings)
        implements Tool {

    static final String NAME = "validate_query";

    private static final String UNDEFINED_TABLE = "42P01";

    @Override
    public InputSchema inputSchema() {
        return new InputSchema(
                NAME,
                List.of(
                        new Property.Text(
                                "sql",
                                "one or more statements, as they would be sent to the server",
                                true),
                        Page.LIMIT));
    }

    @Override
    public String title() {
        return "Validate a query";
    }

    @Override
    public String description() {
        return "Says whether PostgreSQL would accept a statement on the captured database: its"
                + " syntax and the names of its relations and columns, with the server's SQLSTATE,"
                + " message and position, what was meant, and corrected_sql where that is plain;"
                + " of a valid one, what is slow or surprising about it here."
                + " Placeholders ($1, :name, ?, %s) may stay. Nothing is run."
                + " Use it on every statement before you propose or run it.";
    }

    @Override
    public JsonObject outputSchema() {
        JsonObject.Builder error =
                JsonObject.builder()
                        .put("sqlstate", Schemas.text())
                        .put("message", Schemas.text())
                        .put("position", Schemas.whole())
                        .put("line", Schemas.whole())
                        .put("column", Schemas.whole())
                        .put("hint", Schemas.text())
                        .put("certainty", Schemas.text());
        JsonObject.Builder warning =
                JsonObject.builder()
                        .put("rule", Schemas.text())
                        .put("severity", Schemas.text())
                        .put("message", Schemas.text())
                        .put("position", Schemas.whole())
                        .put("line", Schemas.whole())
                        .put("column", Schemas.whole())
                        .put("hint", Schemas.text());
        JsonObject errors =
                Schemas.listOf(Schemas.object(List.of("sqlstate", "message", "certainty"), error));
        JsonObject warnings =
                Schemas.listOf(Schemas.object(List.of("rule", "severity", "message"), warning));
        JsonObject.Builder star =
                JsonObject.builder()
                        .put("table", Schemas.text())
                        .put("columns", Schemas.listOf(Schemas.text()));
        JsonObject stars = Schemas.listOf(Schemas.object(List.of("table", "columns"), star));
        JsonObject.Builder fix =
                JsonObject.builder()
                        .put("kind", Schemas.text())
                        .put("from", Schemas.text())
                        .put("to", Schemas.text());
        JsonObject fixes = Schemas.listOf(Schemas.object(List.of("kind", "from", "to"), fix));
        JsonObject statement =
                Schemas.object(
                        List.of("number", "valid", "errors", "warnings"),
                        JsonObject.builder()
                                .put("number", Schemas.whole())
                                .put("valid", Schemas.flag())
                                .put("errors", errors)
                                .put("warnings", warnings)
                                .put("resolved_star_columns", stars)
                                .put("corrected_sql", Schemas.text())
                                .put("fixes", fixes));
        return Schemas.object(
                List.of("valid", "count", "statements"),
                JsonObject.builder()
                        .put("valid", Schemas.flag())
                        .put("count", Schemas.whole())
                        .put("statements", Schemas.listOf(statement))
                        .put("omitted_statements", Schemas.whole())
                        .put("truncated", Schemas.flag()));
    }

    private record Numbered(int number, StatementVerdict verdict) {

        JsonObject toJson() {
            return JsonObject.builder()
                    .put("number", number)
                    .putAll(QueryJson.statement(verdict).members())
                    .build();
        }
    }

    @Override
    public ToolAnswer call(Arguments arguments, Catalog catalog) {
        List<StatementVerdict> verdicts =
                new QueryCheck(parser.get(), catalog, settings.get())
                        .check(arguments.required("sql"));
        boolean valid = verdicts.stream().allMatch(StatementVerdict::valid);
        Page page = new Page(arguments);
        JsonObject.Builder content =
                JsonObject.builder().put("valid", valid).put("count", verdicts.size());
        List<Numbered> shown = shown(verdicts, page.limit());
        content.put("statements", JsonArray.of(shown, Numbered::toJson));
        int omitted = verdicts.size() - shown.size();
        if (omitted > 0) {
            content.put("omitted_statements", omitted).put("truncated", true);
        }
        return new ToolAnswer(content.build(), hint(verdicts, valid, omitted), next(verdicts));
    }

    /// Of a text with more statements than are shown, those that are not valid come first.
    private static List<Numbered> shown(List<StatementVerdict> verdicts, int limit) {
        List<Numbered> all = new ArrayList<>();
        for (StatementVerdict verdict : verdicts) {
            all.add(new Numbered(all.size() + 1, verdict));
        }
        if (limit == 0 || all.size() <= limit) {
            return all;
        }
        List<Numbered> byWeight = new ArrayList<>();
        all.stream().filter(statement -> !statement.verdict().valid()).forEach(byWeight::add);
        all.stream().filter(statement -> statement.verdict().valid()).forEach(byWeight::add);
        return byWeight.subList(0, limit);
    }

    private static @Nullable String hint(
            List<StatementVerdict> verdicts, boolean valid, int omitted) {
        if (verdicts.isEmpty()) {
            return "the text holds no statement";
        }
        if (omitted > 0) {
            return omitted
                    + " statements are not shown, the valid ones first of all; limit 0 shows all";
        }
        return valid
                ? null
                : "the server would refuse it; mend what errors[] names and validate it again";
    }

    private static List<NextCall> next(List<StatementVerdict> verdicts) {
        List<NextCall> next = new ArrayList<>();
        verdicts.stream()
                .flatMap(verdict -> verdict.errors().stream())
                .filter(error -> error.sqlstate().equals(UNDEFINED_TABLE))
                .map(error -> lastName(error.message()))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .ifPresent(name -> next.add(find(name)));
        return next;
    }

    /// The relation's own name in the server's message about it: `relation "app.x" does not exist`.
    private static String lastName(String message) {
        int end = message.lastIndexOf('"');
        int start = message.indexOf('"') + 1;
        String name = end < start ? "" : message.substring(start, end);
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private static NextCall find(String name) {
        return new NextCall(
                FindObjectsTool.NAME,
                JsonObject.builder().put("query", new JsonString(name)).build());
    }
}
