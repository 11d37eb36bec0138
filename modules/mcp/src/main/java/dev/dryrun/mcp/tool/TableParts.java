package dev.dryrun.mcp.tool;

import dev.dryrun.catalog.NodeActivity;
import dev.dryrun.ddl.Ddl;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.Index;
import dev.dryrun.model.PartitionOf;
import dev.dryrun.model.Partitioning;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.TableActivity;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.model.View;

/// The parts of a table as an answer shows them. What is absent, false or empty is left out.
final class TableParts {

    private TableParts() {}

    static JsonObject column(Column column) {
        JsonObject.Builder out =
                JsonObject.builder().put("name", column.name()).put("type", column.type());
        putIf(out, "not_null", !column.nullable());
        Readings.putText(out, "default", column.defaultExpression());
        Column.Identity identity = column.identity();
        if (identity != null) {
            out.put("identity", identity.always() ? "always" : "by_default");
        }
        Column.Generated generated = column.generated();
        if (generated != null) {
            JsonObject.Builder how = JsonObject.builder();
            Readings.putText(how, "expression", generated.expression());
            out.put("generated", how.put("stored", generated.stored()).build());
        }
        return out.put("comment", column.comment()).build();
    }

    static JsonObject column(View.ViewColumn column) {
        return JsonObject.builder()
                .put("name", column.name())
                .put("type", column.type())
                .put("comment", column.comment())
                .build();
    }

    /// @param full whether a definition is shown that the other members say already
    static JsonObject constraint(Constraint constraint, boolean full) {
        JsonObject.Builder out =
                JsonObject.builder()
                        .put("name", constraint.name())
                        .put("kind", constraint.kind().word())
                        .putUnlessEmpty("columns", constraint.columns());
        Constraint.Reference references = constraint.references();
        if (references != null) {
            out.put(
                    "references",
                    JsonObject.builder()
                            .put("table", references.table().display())
                            .put("columns", JsonArray.ofStrings(references.columns()))
                            .build());
        }
        if (full || !isKey(constraint.kind())) {
            out.put("definition", Ddl.constraint(constraint));
        }
        putIf(out, "not_valid", !constraint.validated());
        return out.put("comment", constraint.comment()).build();
    }

    /// The actions of a foreign key stand in its definition only.
    private static boolean isKey(ConstraintKind kind) {
        return kind == ConstraintKind.PRIMARY_KEY || kind == ConstraintKind.UNIQUE;
    }

    /// @param full whether the definition is shown that the other members say already
    static JsonObject index(QualifiedName relation, Index index, boolean full) {
        JsonObject.Builder out =
                JsonObject.builder()
                        .put("name", index.name())
                        .put("method", index.method())
                        .put(
                                "keys",
                                JsonArray.ofStrings(
                                        index.keys().stream().map(Index.Key::text).toList()))
                        .putUnlessEmpty("include", index.include());
        putIf(out, "unique", index.unique());
        Readings.putText(out, "predicate", index.predicate());
        putIf(out, "invalid", !index.valid());
        out.put("constraint", index.constraint());
        return out.put("definition", full ? Ddl.index(relation, index) : null)
                .put("comment", index.comment())
                .build();
    }

    static JsonObject partitioning(Partitioning partitioning) {
        JsonObject.Builder out =
                JsonObject.builder().put("strategy", partitioning.strategy().word());
        Readings.putText(out, "key", partitioning.key());
        return out.build();
    }

    static JsonObject partitionOf(PartitionOf partition) {
        JsonObject.Builder out = JsonObject.builder().put("parent", partition.parent().display());
        Readings.putText(out, "bound", partition.bound());
        return out.build();
    }

    static JsonObject statistics(TableStatistics statistics) {
        JsonObject.Builder out = JsonObject.builder();
        Readings.putWhole(out, "rows_estimate", statistics.reltuples());
        Readings.putWhole(out, "pages", statistics.relpages());
        Readings.putWhole(out, "size_bytes", statistics.tableSizeBytes());
        Readings.putWhole(out, "indexes_size_bytes", statistics.indexesSizeBytes());
        Readings.putWhole(out, "total_size_bytes", statistics.totalSizeBytes());
        return out.build();
    }

    static JsonObject columnStatistics(ColumnStatistics column) {
        JsonObject.Builder out = JsonObject.builder().put("column", column.column());
        putIf(out, "inherited", column.inherited());
        Readings.putNumber(out, "null_fraction", column.nullFraction());
        Readings.putWhole(out, "average_width_bytes", column.averageWidthBytes());
        Readings.putNumber(out, "distinct", column.distinct());
        Readings.putNumber(out, "correlation", column.correlation());
        Readings.putText(out, "most_common_values", column.mostCommonValues());
        Readings.putText(out, "most_common_frequencies", column.mostCommonFrequencies());
        Readings.putText(out, "histogram_bounds", column.histogramBounds());
        return out.build();
    }

    static JsonObject activity(NodeActivity node) {
        TableActivity activity = node.activity();
        JsonObject.Builder out =
                JsonObject.builder()
                        .put("node", node.label())
                        .put("taken_at", node.takenAt().toString());
        Readings.putWhole(out, "seq_scan", activity.seqScan());
        Readings.putWhole(out, "seq_tup_read", activity.seqTupRead());
        Readings.putWhole(out, "idx_scan", activity.idxScan());
        Readings.putWhole(out, "idx_tup_fetch", activity.idxTupFetch());
        Readings.putWhole(out, "n_tup_ins", activity.tupIns());
        Readings.putWhole(out, "n_tup_upd", activity.tupUpd());
        Readings.putWhole(out, "n_tup_del", activity.tupDel());
        Readings.putWhole(out, "n_tup_hot_upd", activity.tupHotUpd());
        Readings.putWhole(out, "n_live_tup", activity.liveTup());
        Readings.putWhole(out, "n_dead_tup", activity.deadTup());
        Readings.putWhole(out, "n_mod_since_analyze", activity.modSinceAnalyze());
        Readings.putInstant(out, "last_vacuum_at", activity.lastVacuumAt());
        Readings.putInstant(out, "last_autovacuum_at", activity.lastAutovacuumAt());
        Readings.putInstant(out, "last_analyze_at", activity.lastAnalyzeAt());
        Readings.putInstant(out, "last_autoanalyze_at", activity.lastAutoanalyzeAt());
        return out.build();
    }

    private static void putIf(JsonObject.Builder out, String name, boolean value) {
        if (value) {
            out.put(name, true);
        }
    }
}
