package dev.dryrun.mcp.tool;

import dev.dryrun.json.JsonObject;
import java.util.List;

/// The JSON Schema of what `describe_table` answers.
final class DescribeTableSchema {

    private DescribeTableSchema() {}

    static JsonObject schema() {
        return Schemas.object(
                List.of("kind", "schema", "name", "table"),
                JsonObject.builder()
                        .put("kind", Schemas.text())
                        .put("schema", Schemas.text())
                        .put("name", Schemas.text())
                        .put("table", Schemas.text())
                        .put("comment", Schemas.text())
                        .put("columns", Schemas.listOf(column()))
                        .put("columns_omitted_names", Schemas.listOf(Schemas.text()))
                        .put("constraints", Schemas.listOf(constraint()))
                        .put("indexes", Schemas.listOf(index()))
                        .put("partitioned", words("strategy", "key"))
                        .put("partition_of", words("parent", "bound"))
                        .put("partitions", Schemas.listOf(words("name", "bound")))
                        .put("definition", Schemas.reading("string"))
                        .put("stats", statistics())
                        .put("column_statistics", Schemas.listOf(columnStatistics()))
                        .put("activity", Schemas.listOf(activity()))
                        .put("omitted_columns", Schemas.whole())
                        .put("omitted_constraints", Schemas.whole())
                        .put("omitted_indexes", Schemas.whole())
                        .put("omitted_partitions", Schemas.whole())
                        .put("omitted_column_statistics", Schemas.whole())
                        .put("omitted_activity", Schemas.whole())
                        .put("truncated", Schemas.flag()));
    }

    /// A word, and a text that may not be readable.
    private static JsonObject words(String word, String text) {
        return Schemas.object(
                List.of(word, text),
                JsonObject.builder()
                        .put(word, Schemas.text())
                        .put(text, Schemas.reading("string")));
    }

    private static JsonObject column() {
        return Schemas.object(
                List.of("name", "type"),
                JsonObject.builder()
                        .put("name", Schemas.text())
                        .put("type", Schemas.text())
                        .put("not_null", Schemas.flag())
                        .put("default", Schemas.reading("string"))
                        .put("identity", Schemas.text())
                        .put("generated", Schemas.type("object"))
                        .put("comment", Schemas.text()));
    }

    private static JsonObject constraint() {
        return Schemas.object(
                List.of("name", "kind"),
                JsonObject.builder()
                        .put("name", Schemas.text())
                        .put("kind", Schemas.text())
                        .put("columns", Schemas.listOf(Schemas.text()))
                        .put("references", Schemas.type("object"))
                        .put("definition", Schemas.text())
                        .put("not_valid", Schemas.flag())
                        .put("comment", Schemas.text()));
    }

    private static JsonObject index() {
        return Schemas.object(
                List.of("name", "method", "keys"),
                JsonObject.builder()
                        .put("name", Schemas.text())
                        .put("method", Schemas.text())
                        .put("keys", Schemas.listOf(Schemas.text()))
                        .put("include", Schemas.listOf(Schemas.text()))
                        .put("unique", Schemas.flag())
                        .put("predicate", Schemas.reading("string"))
                        .put("invalid", Schemas.flag())
                        .put("constraint", Schemas.text())
                        .put("definition", Schemas.text())
                        .put("comment", Schemas.text()));
    }

    private static JsonObject statistics() {
        return Schemas.object(
                List.of(),
                JsonObject.builder()
                        .put("rows_estimate", Schemas.reading("integer"))
                        .put("pages", Schemas.reading("integer"))
                        .put("size_bytes", Schemas.reading("integer"))
                        .put("indexes_size_bytes", Schemas.reading("integer"))
                        .put("total_size_bytes", Schemas.reading("integer")));
    }

    private static JsonObject columnStatistics() {
        return Schemas.object(
                List.of("column"),
                JsonObject.builder()
                        .put("column", Schemas.text())
                        .put("inherited", Schemas.flag())
                        .put("null_fraction", Schemas.reading("number"))
                        .put("average_width_bytes", Schemas.reading("integer"))
                        .put("distinct", Schemas.reading("number"))
                        .put("correlation", Schemas.reading("number"))
                        .put("most_common_values", Schemas.reading("string"))
                        .put("most_common_frequencies", Schemas.reading("string"))
                        .put("histogram_bounds", Schemas.reading("string")));
    }

    private static JsonObject activity() {
        JsonObject.Builder members =
                JsonObject.builder().put("node", Schemas.text()).put("taken_at", Schemas.text());
        for (String counter :
                List.of(
                        "seq_scan",
                        "seq_tup_read",
                        "idx_scan",
                        "idx_tup_fetch",
                        "n_tup_ins",
                        "n_tup_upd",
                        "n_tup_del",
                        "n_tup_hot_upd",
                        "n_live_tup",
                        "n_dead_tup",
                        "n_mod_since_analyze")) {
            members.put(counter, Schemas.reading("integer"));
        }
        for (String time :
                List.of(
                        "last_vacuum_at",
                        "last_autovacuum_at",
                        "last_analyze_at",
                        "last_autoanalyze_at")) {
            members.put(time, Schemas.reading("string"));
        }
        return Schemas.object(List.of("node", "taken_at"), members);
    }
}
