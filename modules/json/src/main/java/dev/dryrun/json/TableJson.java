package dev.dryrun.json;

import dev.dryrun.model.ForeignSource;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.Partitioning;
import dev.dryrun.model.ReplicaIdentity;
import dev.dryrun.model.Table;

/// A [Table] as JSON. What is absent, false or empty is left out.
final class TableJson {

    /// Of the document, in order.
    static final MemberNames NAMES =
            MemberNames.of(
                    "document",
                    "schema",
                    "name",
                    "columns",
                    "constraints",
                    "indexes",
                    "partitioning",
                    "partition_of",
                    "inherits",
                    "of_type",
                    "unlogged",
                    "access_method",
                    "tablespace",
                    "options",
                    "toast_options",
                    "replica_identity",
                    "row_security",
                    "triggers",
                    "rules",
                    "statistics",
                    "foreign",
                    "owner",
                    "grants",
                    "comment",
                    "extension",
                    "depends_on");

    private TableJson() {}

    static void put(JsonObject.Builder out, Table table) {
        NameJson.put(out, table.name());
        out.put("columns", JsonArray.of(table.columns(), ColumnJson::toJson));
        if (!table.constraints().isEmpty()) {
            out.put("constraints", JsonArray.of(table.constraints(), ConstraintJson::toJson));
        }
        if (!table.indexes().isEmpty()) {
            out.put("indexes", JsonArray.of(table.indexes(), IndexJson::toJson));
        }
        putPartitioning(out, table);
        if (!table.inherits().isEmpty()) {
            out.put("inherits", JsonArray.of(table.inherits(), NameJson::toJson));
        }
        NameJson.put(out, "of_type", table.ofType());
        RelationPartsJson.putStorage(out, table.storage());
        if (table.replicaIdentity() != ReplicaIdentity.DEFAULT) {
            out.put("replica_identity", table.replicaIdentity().word());
        }
        RowSecurityJson.put(out, table.rowSecurity());
        RelationPartsJson.putTriggers(out, table.triggers());
        RelationPartsJson.putRules(out, table.rules());
        RelationPartsJson.putStatistics(out, table.statistics());
        ForeignSource foreign = table.foreign();
        if (foreign != null) {
            JsonObject.Builder source = JsonObject.builder().put("server", foreign.server());
            OptionsJson.putReadings(source, "options", foreign.options());
            out.put("foreign", source.build());
        }
        FactsJson.put(out, table.facts());
    }

    static Table read(Fields fields) throws MalformedJsonException {
        return new Table(
                NameJson.read(fields),
                fields.list("columns", ColumnJson::read),
                fields.list("constraints", ConstraintJson::read),
                fields.list("indexes", IndexJson::read),
                fields.nested("partitioning", TableJson::readPartitioning),
                fields.nested("partition_of", TableJson::readPartitionOf),
                fields.list("inherits", NameJson::read),
                fields.nested("of_type", NameJson::read),
                RelationPartsJson.readStorage(fields),
                fields.wordOr("replica_identity", ReplicaIdentity::ofWord, ReplicaIdentity.DEFAULT),
                RowSecurityJson.read(fields),
                RelationPartsJson.readTriggers(fields),
                RelationPartsJson.readRules(fields),
                RelationPartsJson.readStatistics(fields),
                fields.nested(
                        "foreign",
                        in ->
                                new ForeignSource(
                                        in.text("server"),
                                        OptionsJson.readReadings(in, "options"))),
                FactsJson.read(fields));
    }

    private static void putPartitioning(JsonObject.Builder out, Table table) {
        Partitioning partitioning = table.partitioning();
        if (partitioning != null) {
            JsonObject.Builder how =
                    JsonObject.builder().put("strategy", partitioning.strategy().word());
            ReadingJson.putText(how, "key", partitioning.key());
            out.put("partitioning", how.build());
        }
        PartitionOf partitionOf = table.partitionOf();
        if (partitionOf != null) {
            JsonObject.Builder parent = JsonObject.builder();
            NameJson.put(parent, partitionOf.parent());
            ReadingJson.putText(parent, "bound", partitionOf.bound());
            out.put("partition_of", parent.build());
        }
    }

    private static Partitioning readPartitioning(Fields in) throws MalformedJsonException {
        return new Partitioning(
                in.word("strategy", Partitioning.Strategy::ofWord),
                ReadingJson.readText(in, "key"));
    }

    private static PartitionOf readPartitionOf(Fields in) throws MalformedJsonException {
        return new PartitionOf(NameJson.read(in), ReadingJson.readText(in, "bound"));
    }
}
