package dev.dryrun.query;

import java.util.Set;

/// Names that are there without being captured.
final class SystemNames {

    private static final Set<String> COLUMNS =
            Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid", "oid");

    /// Functions of one argument of any type, which `t.f` calls with the whole row as `f(t)` does.
    private static final Set<String> ROW_FUNCTIONS =
            Set.of(
                    "any_value",
                    "array_agg",
                    "concat",
                    "count",
                    "first_value",
                    "hash_record",
                    "json_agg",
                    "json_build_array",
                    "json_build_object",
                    "jsonb_agg",
                    "jsonb_build_array",
                    "jsonb_build_object",
                    "last_value",
                    "lag",
                    "lead",
                    "max",
                    "min",
                    "mode",
                    "num_nonnulls",
                    "num_nulls",
                    "pg_collation_for",
                    "pg_column_compression",
                    "pg_column_size",
                    "pg_column_toast_chunk_id",
                    "pg_typeof",
                    "quote_literal",
                    "quote_nullable",
                    "record_out",
                    "record_send",
                    "row_to_json",
                    "to_json",
                    "to_jsonb");

    private SystemNames() {}

    /// {@return whether every table has such a column}
    static boolean isColumn(String name) {
        return COLUMNS.contains(name);
    }

    /// {@return whether a row may have a function of this name applied as if it were a column}
    static boolean isRowFunction(String name) {
        return ROW_FUNCTIONS.contains(name);
    }

    /// {@return whether relations of this schema are never captured}
    static boolean isSchema(String name) {
        return name.startsWith("pg_") || name.equals("information_schema");
    }

    /// {@return whether a relation of this name may be there uncaptured: one of the system's, or a
    /// sequence, which can be read like a table}
    static boolean maybeRelation(String name) {
        return name.startsWith("pg_") || name.contains("seq");
    }
}
