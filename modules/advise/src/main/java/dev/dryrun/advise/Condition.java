package dev.dryrun.advise;

import dev.dryrun.pgquery.tree.Node;
import org.jspecify.annotations.Nullable;

/// One of the conditions that a row of a table must meet, all of them together.
///
/// @param kind what an index could do with it
/// @param column the table's column that it restricts; of a wrapped one the column within; null
///   when there is none or more than one
/// @param operator such as `=`, `@>`, `~~`; empty for a test
/// @param literal what the column is compared with; null when that is not known: a parameter, a
///   column of another table, the result of a subquery
/// @param left what stands on the column's side: the column itself, or an expression of it
/// @param whole the condition
record Condition(
        Kind kind,
        @Nullable String column,
        String operator,
        @Nullable String literal,
        @Nullable Node left,
        Node whole) {

    /// What an index could do with a condition.
    enum Kind {
        /// `=`, `= ANY`, `IN`, a boolean column by itself.
        EQUAL,
        /// `<`, `<=`, `>`, `>=`, `BETWEEN`.
        RANGE,
        IS_NULL,
        IS_NOT_NULL,
        /// `LIKE 'abc%'`.
        PREFIX,
        /// `LIKE '%abc%'`, `ILIKE`, `~`.
        PATTERN,
        /// `@>`, `?`, `&&`, `@@` …: what GIN and GiST search by.
        CONTAINS,
        /// A comparison with an expression of a column: `lower(email) = 'x'`.
        WRAPPED,
        /// Alternatives: `OR`.
        OR,
        /// What no index serves: `<>`, `NOT LIKE`, conditions over two columns …
        OTHER
    }

    /// {@return whether a B-tree can be searched by it}
    boolean isOrdered() {
        return switch (kind) {
            case EQUAL, RANGE, IS_NULL, PREFIX -> true;
            case IS_NOT_NULL, PATTERN, CONTAINS, WRAPPED, OR, OTHER -> false;
        };
    }

    /// {@return whether it holds for no row in which the column is NULL}
    boolean isStrict() {
        return switch (kind) {
            case EQUAL, RANGE, IS_NOT_NULL, PREFIX, PATTERN, CONTAINS -> true;
            case IS_NULL, WRAPPED, OR, OTHER -> false;
        };
    }
}
