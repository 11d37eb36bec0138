package dev.dryrun.query;

import org.jspecify.annotations.Nullable;

/// The clause of a query that an expression stands in.
enum Clause {
    NONE(null),
    TARGET(null),
    HAVING(null),
    ORDER_BY(null),
    DISTINCT_ON(null),
    WINDOW(null),
    WHERE("WHERE"),
    GROUP_BY("GROUP BY"),
    LIMIT("LIMIT"),
    OFFSET("OFFSET"),
    VALUES("VALUES"),
    UPDATE("UPDATE"),
    RETURNING("RETURNING"),
    FILTER("FILTER"),
    MERGE_WHEN("MERGE WHEN conditions"),
    JOIN_ON("JOIN conditions"),
    FROM_SUBQUERY("FROM clause of their own query level"),
    FROM_FUNCTION("functions in FROM");

    private final @Nullable String words;

    Clause(@Nullable String words) {
        this.words = words;
    }

    /// {@return how the server names it where it refuses an aggregate there; null where it does not
    /// refuse}
    @Nullable String refusesAggregates() {
        return words;
    }

    /// {@return how the server names it where it refuses a window function there; null where it
    /// does not}
    @Nullable String refusesWindows() {
        return switch (this) {
            case HAVING -> "HAVING";
            case WINDOW -> "window definitions";
            case NONE, TARGET, ORDER_BY, DISTINCT_ON, FROM_SUBQUERY -> null;
            case WHERE,
                    GROUP_BY,
                    LIMIT,
                    OFFSET,
                    VALUES,
                    UPDATE,
                    RETURNING,
                    FILTER,
                    MERGE_WHEN,
                    JOIN_ON,
                    FROM_FUNCTION ->
                    words;
        };
    }
}
