package dev.dryrun.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An index of a table.
///
/// Source: `pg_index`, `pg_class`, `pg_am`.
///
/// @param name `relname`; the schema is its table's
/// @param method the access method (`btree`, `gin` …)
/// @param keys the key columns in order; an expression stands as its deparsed text
/// @param include the columns of `INCLUDE` in order
/// @param unique whether it forbids equal keys
/// @param predicate the deparsed `WHERE` of a partial index; null when it covers every row
/// @param valid false for one that a failed build left behind; the planner does not use it
/// @param constraint the constraint it stands for; null when it stands alone
/// @param definition `pg_get_indexdef`
/// @param comment `COMMENT ON INDEX`; null when there is none
public record Index(
        String name,
        String method,
        List<Key> keys,
        List<String> include,
        boolean unique,
        @Nullable String predicate,
        boolean valid,
        @Nullable String constraint,
        String definition,
        @Nullable String comment) {

    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
    }

    /// One key of an index.
    ///
    /// @param text the column's name, or the deparsed expression
    /// @param expression whether `text` is an expression rather than a column's name
    public record Key(String text, boolean expression) {}
}
