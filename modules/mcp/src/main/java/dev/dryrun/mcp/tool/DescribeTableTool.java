package dev.dryrun.mcp.tool;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.Relation;
import dev.dryrun.model.Table;
import dev.dryrun.model.View;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// `describe_table`: what is this table like?
final class DescribeTableTool implements Tool {

    static final String NAME = "describe_table";

    private static final List<String> FIELDS =
            List.of(
                    "columns",
                    "constraints",
                    "indexes",
                    "partition_info",
                    "comment",
                    "definition",
                    "stats",
                    "column_statistics",
                    "activity");
    private static final List<String> DETAILS = List.of("summary", "full", "stats");

    @Override
    public InputSchema inputSchema() {
        return new InputSchema(
                NAME,
                List.of(
                        new Property.Text(
                                "table",
                                "name of a table or view, exactly; schema.name will do",
                                true),
                        new Property.Text(
                                "schema",
                                "its schema; without it public, else the only schema that has the"
                                        + " name",
                                false),
                        new Property.Choice(
                                "detail",
                                "summary: structure and size; full: that and column statistics,"
                                        + " activity and definitions; stats: the figures alone",
                                DETAILS,
                                "summary"),
                        new Property.Texts(
                                "fields", "exactly these parts, instead of detail", FIELDS),
                        new Property.Texts(
                                "columns", "only these columns, by their exact names", List.of()),
                        Page.LIMIT));
    }

    @Override
    public String title() {
        return "Describe a table";
    }

    @Override
    public String description() {
        return "Describes one table or view of the captured database: columns, constraints,"
                + " indexes, partitions, comments, row estimate, sizes, planner statistics,"
                + " activity. Use it before you write SQL against a table.";
    }

    @Override
    public JsonObject outputSchema() {
        return DescribeTableSchema.schema();
    }

    @Override
    public ToolAnswer call(Arguments arguments, Catalog catalog) {
        Relation relation =
                new RelationArgument(catalog)
                        .find(arguments.text("schema"), arguments.required("table"));
        Set<String> fields = fields(arguments);
        Page page = new Page(arguments);
        TableDescription description =
                new TableDescription(
                        catalog,
                        page,
                        fields,
                        new LinkedHashSet<>(arguments.texts("columns")),
                        "full".equals(arguments.text("detail")));
        JsonObject content =
                switch (relation) {
                    case Table table -> description.of(table);
                    case View view -> description.of(view);
                };
        return new ToolAnswer(content, hint(relation, page), page.rest(NAME, arguments));
    }

    private static Set<String> fields(Arguments arguments) {
        List<String> chosen = arguments.texts("fields");
        if (!chosen.isEmpty()) {
            return Set.copyOf(chosen);
        }
        String detail = arguments.text("detail");
        return switch (detail == null ? "summary" : detail) {
            case "full" -> Set.copyOf(FIELDS);
            case "stats" -> Set.of("stats", "column_statistics", "activity");
            default ->
                    Set.of(
                            "columns",
                            "constraints",
                            "indexes",
                            "partition_info",
                            "comment",
                            "definition",
                            "stats");
        };
    }

    private static @Nullable String hint(Relation relation, Page page) {
        if (page.isCut()) {
            return "lists are cut to " + page.limit() + " items; limit 0 shows all";
        }
        return relation instanceof Table table && table.partitioning() != null
                ? "partitioned by "
                        + table.partitioning().strategy().word()
                        + " of "
                        + table.partitioning().key()
                        + ": filter on the key, or every partition is read"
                : null;
    }
}
