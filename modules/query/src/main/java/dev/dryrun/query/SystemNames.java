package dev.dryrun.query;

import java.util.List;
import java.util.Set;

/// Names that are there without being captured.
final class SystemNames {

    private static final Set<String> COLUMNS =
            Set.of("ctid", "xmin", "xmax", "cmin", "cmax", "tableoid");

    private SystemNames() {}

    /// {@return whether every table has such a column}
    static boolean isColumn(String name) {
        return COLUMNS.contains(name);
    }

    /// {@return whether a function of this name may be there uncaptured: vendors of servers add
    /// theirs to `pg_catalog`}
    static boolean maybeFunction(String name) {
        for (String prefix :
                List.of("pg_", "aurora_", "rds", "azure", "google_", "alloydb", "yb_")) {
            if (name.startsWith(prefix)) {
                return true;
            }
        }
        return false;
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
