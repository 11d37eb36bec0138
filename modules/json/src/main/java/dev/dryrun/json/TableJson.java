package dev.dryrun.json;

import dev.dryrun.model.Column;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.Partitioning;
import dev.dryrun.model.Table;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A [Table] as JSON. What is absent, false or empty is left out.
final class TableJson {

    private TableJson() {}

    static void put(JsonObject.Builder out, Table table) {
        NameJson.put(out, table.name());
        out.put("columns", JsonArray.of(table.columns(), TableJson::column));
        if (!table.constraints().isEmpty()) {
            out.put("constraints", JsonArray.of(table.constraints(), ConstraintJson::toJson));
        }
        if (!table.indexes().isEmpty()) {
            out.put("indexes", JsonArray.of(table.indexes(), IndexJson::toJson));
        }
        Partitioning partitioning = table.partitioning();
        if (partitioning != null) {
            out.put(
                    "partitioning",
                    JsonObject.builder()
                            .put("strategy", partitioning.strategy().word())
                            .put("key", partitioning.key())
                            .build());
        }
        PartitionOf partitionOf = table.partitionOf();
        if (partitionOf != null) {
            JsonObject.Builder parent = JsonObject.builder();
            NameJson.put(parent, partitionOf.parent());
            out.put("partition_of", parent.put("bound", partitionOf.bound()).build());
        }
        FactsJson.put(out, table.facts());
    }

    static Table read(Fields fields) throws MalformedJsonException {
        return new Table(
                NameJson.read(fields),
                fields.list("columns", TableJson::readColumn),
                fields.list("constraints", ConstraintJson::read),
                fields.list("indexes", IndexJson::read),
                fields.nested(
                        "partitioning",
                        in ->
                                new Partitioning(
                                        in.word("strategy", Partitioning.Strategy::ofWord),
                                        in.text("key"))),
                fields.nested(
                        "partition_of", in -> new PartitionOf(NameJson.read(in), in.text("bound"))),
                FactsJson.read(fields));
    }

    private static JsonObject column(Column column) {
        JsonObject.Builder out =
                JsonObject.builder().put("name", column.name()).put("type", column.type());
        if (!column.nullable()) {
            out.put("not_null", true);
        }
        out.put("default", column.defaultExpression());
        out.put("identity", word(column.identity()));
        Column.Generated generated = column.generated();
        if (generated != null) {
            JsonObject.Builder how = JsonObject.builder().put("expression", generated.expression());
            if (generated.stored()) {
                how.put("stored", true);
            }
            out.put("generated", how.build());
        }
        return out.put("comment", column.comment()).build();
    }

    private static Column readColumn(Fields fields) throws MalformedJsonException {
        return new Column(
                fields.text("name"),
                fields.text("type"),
                !fields.flag("not_null"),
                fields.textOrNull("default"),
                fields.textOrNull("identity") == null
                        ? null
                        : fields.word("identity", TableJson::identity),
                fields.nested(
                        "generated",
                        in -> new Column.Generated(in.text("expression"), in.flag("stored"))),
                fields.textOrNull("comment"));
    }

    private static @Nullable String word(Column.@Nullable Identity identity) {
        return identity == null ? null : identity.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<Column.Identity> identity(String word) {
        return Stream.of(Column.Identity.values())
                .filter(identity -> Objects.equals(word(identity), word))
                .findFirst();
    }
}
