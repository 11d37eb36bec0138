package dev.dryrun.mcp.tool;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.catalog.FindRequest;
import dev.dryrun.catalog.FoundObject;
import dev.dryrun.catalog.FoundObjects;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.mcp.tool.ToolAnswer.NextCall;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableStatistics;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `find_objects`: what is there, and what is it called?
final class FindObjectsTool implements Tool {

    static final String NAME = "find_objects";

    private static final List<String> KINDS =
            List.of("table", "column", "index", "view", "materialized_view", "enum");
    private static final Property.Count OFFSET =
            new Property.Count("offset", "how many to leave out at the start", 0);
    private static final int TEXT_MAX = 160;

    @Override
    public InputSchema inputSchema() {
        return new InputSchema(
                NAME,
                List.of(
                        new Property.Text(
                                "query",
                                "part of a name, comment, definition or enum label, in any letter"
                                        + " case; without it, an inventory",
                                false),
                        new Property.Choice(
                                "kind",
                                "only objects of this kind; without it all kinds, or tables where"
                                        + " there is no query",
                                KINDS,
                                null),
                        new Property.Text("schema", "only objects of this schema, exactly", false),
                        Page.LIMIT,
                        OFFSET));
    }

    @Override
    public String title() {
        return "Find objects";
    }

    @Override
    public String description() {
        return "Finds tables, columns, indexes, views and enums of the captured database by part of"
                + " a name, a comment or a definition; without a query, lists its tables."
                + " Use it first when you do not know a name exactly.";
    }

    @Override
    public JsonObject outputSchema() {
        JsonObject partitioned =
                Schemas.object(
                        List.of("strategy", "key"),
                        JsonObject.builder()
                                .put("strategy", Schemas.text())
                                .put("key", Schemas.text()));
        JsonObject object =
                Schemas.object(
                        List.of("kind", "schema", "name", "object", "matched_on"),
                        JsonObject.builder()
                                .put("kind", Schemas.text())
                                .put("schema", Schemas.text())
                                .put("name", Schemas.text())
                                .put("object", Schemas.text())
                                .put("table", Schemas.text())
                                .put("detail", Schemas.text())
                                .put("comment", Schemas.text())
                                .put("matched_on", Schemas.text())
                                .put("rows_estimate", Schemas.reading("integer"))
                                .put("size_bytes", Schemas.reading("integer"))
                                .put("partitioned", partitioned));
        return Schemas.object(
                List.of("objects", "count", "total", "offset"),
                JsonObject.builder()
                        .put("query", Schemas.text())
                        .put("kind", Schemas.text())
                        .put("schema", Schemas.text())
                        .put("objects", Schemas.listOf(object))
                        .put("count", Schemas.whole())
                        .put("total", Schemas.whole())
                        .put("offset", Schemas.whole())
                        .put("truncated", Schemas.flag())
                        .put("omitted", Schemas.whole()));
    }

    @Override
    public ToolAnswer call(Arguments arguments, Catalog catalog) {
        String query = arguments.text("query");
        String kindWord = arguments.text("kind");
        ObjectKind kind =
                kindWord != null
                        ? ObjectKind.ofWord(kindWord).orElseThrow()
                        : query == null ? ObjectKind.TABLE : null;
        String schema = arguments.text("schema");
        int limit = arguments.count(Page.LIMIT);
        int offset = arguments.count(OFFSET);
        FoundObjects found = catalog.find(new FindRequest(query, kind, schema, limit, offset));
        List<FoundObject> objects = found.objects();
        int omitted = Math.max(0, found.total() - offset - objects.size());
        JsonObject.Builder content =
                JsonObject.builder()
                        .put("query", query)
                        .put("kind", kind == null ? null : kind.word())
                        .put("schema", schema)
                        .put("objects", JsonArray.of(objects, object -> json(object, catalog)))
                        .put("count", objects.size())
                        .put("total", found.total())
                        .put("offset", offset);
        if (omitted > 0) {
            content.put("truncated", true).put("omitted", omitted);
        }
        return new ToolAnswer(
                content.build(), hint(found, arguments, omitted), next(found, arguments, omitted));
    }

    private static JsonObject json(FoundObject found, Catalog catalog) {
        QualifiedName name = found.ref().name();
        QualifiedName table = found.table();
        JsonObject.Builder object =
                JsonObject.builder()
                        .put("kind", found.ref().kind().word())
                        .put("schema", name.schema())
                        .put("name", name.name())
                        .put("object", display(found))
                        .put("table", table == null ? null : table.display())
                        .put("detail", clipped(found.detail()))
                        .put("comment", clipped(found.comment()))
                        .put("matched_on", found.matchedOn());
        if (found.ref().kind() == ObjectKind.TABLE) {
            catalog.table(name).ifPresent(definition -> putPartitioning(object, definition));
            catalog.statistics(name).ifPresent(statistics -> putSize(object, statistics));
        }
        return object.build();
    }

    /// A column is named within its table; everything else within its schema.
    private static String display(FoundObject found) {
        QualifiedName table = found.table();
        return found.ref().kind() == ObjectKind.COLUMN && table != null
                ? table.display() + "." + found.ref().name().name()
                : found.ref().name().display();
    }

    private static void putPartitioning(JsonObject.Builder object, Table table) {
        if (table.partitioning() != null) {
            object.put("partitioned", TableParts.partitioning(table.partitioning()));
        }
    }

    private static void putSize(JsonObject.Builder object, TableStatistics statistics) {
        Readings.putWhole(object, "rows_estimate", statistics.reltuples());
        Readings.putWhole(object, "size_bytes", statistics.tableSizeBytes());
    }

    private static @Nullable String clipped(@Nullable String text) {
        return text == null || text.codePointCount(0, text.length()) <= TEXT_MAX
                ? text
                : text.substring(0, text.offsetByCodePoints(0, TEXT_MAX)) + "…";
    }

    private static @Nullable String hint(FoundObjects found, Arguments arguments, int omitted) {
        if (found.total() == 0) {
            return arguments.text("kind") != null || arguments.text("schema") != null
                    ? "nothing matches; try without kind and schema, or a shorter query"
                    : "nothing matches; try a shorter query, or none";
        }
        return omitted > 0 ? omitted + " more match; narrow the query or raise limit" : null;
    }

    private static List<NextCall> next(FoundObjects found, Arguments arguments, int omitted) {
        List<NextCall> next = new ArrayList<>();
        found.objects().stream()
                .filter(object -> object.ref().kind() != ObjectKind.ENUM)
                .findFirst()
                .ifPresent(first -> next.add(describe(first)));
        if (omitted > 0) {
            next.add(new NextCall(NAME, arguments.with(Page.LIMIT.name(), JsonNumber.of(0))));
        }
        return next;
    }

    private static NextCall describe(FoundObject found) {
        QualifiedName table = found.table() == null ? found.ref().name() : found.table();
        return new NextCall(
                DescribeTableTool.NAME,
                JsonObject.builder()
                        .put("table", new JsonString(table.name()))
                        .put("schema", new JsonString(table.schema()))
                        .build());
    }
}
