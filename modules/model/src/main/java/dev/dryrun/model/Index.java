package dev.dryrun.model;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// An index of a table or a materialised view.
///
/// Source: `pg_index`, `pg_class`, `pg_am`, `pg_attribute`.
///
/// @param name `relname`; the schema is its table's
/// @param method the access method (`btree`, `gin` …)
/// @param keys the key columns in order
/// @param include the columns of `INCLUDE` in order
/// @param unique whether it forbids equal keys
/// @param nullsNotDistinct whether nulls count as equal (since PostgreSQL 15)
/// @param predicate the deparsed `WHERE` of a partial index; NONE_KEPT when it covers every row;
///   LOCKED when it could not be read
/// @param valid false for one that a failed build left behind, or a partitioned one that lacks a
///   part; the planner does not use it
/// @param constraint the constraint it stands for; null when it stands alone
/// @param parent the partitioned index it is a part of; null when there is none
/// @param clustered whether `CLUSTER` chose it
/// @param replicaIdentity whether it is its table's replica identity
/// @param options `reloptions`: `fillfactor` …, by name
/// @param tablespace null for the database's own
/// @param comment `COMMENT ON INDEX`; null when there is none
public record Index(
        String name,
        String method,
        List<Key> keys,
        List<String> include,
        boolean unique,
        boolean nullsNotDistinct,
        Reading<String> predicate,
        boolean valid,
        @Nullable String constraint,
        @Nullable QualifiedName parent,
        boolean clustered,
        boolean replicaIdentity,
        SortedMap<String, String> options,
        @Nullable String tablespace,
        @Nullable String comment) {

    public Index {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
        options = OptionMap.copyOf(options);
    }

    /// One key of an index.
    ///
    /// @param column the column; null when the key is an expression
    /// @param expression the deparsed expression as it stands among keys: in parentheses unless it
    ///   is a function call; NONE_KEPT when the key is a column; LOCKED when it could not be read
    /// @param operatorClass null when it is the type's default
    /// @param operatorClassOptions by name
    /// @param collation null when it is the column's own, or an expression's type's own
    /// @param descending whether `DESC` holds
    /// @param nullsFirst whether nulls sort first; by default as `descending`
    /// @param statisticsTarget of an expression; null for `default_statistics_target`
    public record Key(
            @Nullable String column,
            Reading<String> expression,
            @Nullable QualifiedName operatorClass,
            SortedMap<String, String> operatorClassOptions,
            @Nullable QualifiedName collation,
            boolean descending,
            boolean nullsFirst,
            @Nullable Integer statisticsTarget) {

        public Key {
            operatorClassOptions = OptionMap.copyOf(operatorClassOptions);
            if (column != null && !expression.equals(Reading.absent(Reading.Reason.NONE_KEPT))) {
                throw new IllegalArgumentException("a key is a column or an expression");
            }
        }

        /// {@return the ascending key of a column, with everything at its default}
        ///
        /// @param column its name
        public static Key of(String column) {
            return new Key(
                    column,
                    Reading.absent(Reading.Reason.NONE_KEPT),
                    null,
                    Collections.emptySortedMap(),
                    null,
                    false,
                    false,
                    null);
        }

        /// {@return whether it is an expression rather than a column}
        public boolean isExpression() {
            return column == null;
        }

        /// {@return the column's name or the expression; `?` when that could not be read}
        public String text() {
            return column == null ? expression.known().orElse("?") : column;
        }
    }
}
