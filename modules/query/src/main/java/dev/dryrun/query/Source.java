package dev.dryrun.query;

import dev.dryrun.model.QualifiedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One item of a FROM clause, as names see it.
///
/// @param name what it is called there: its alias, else its own name; empty for one without
/// @param relation the relation that it is, where it has no alias; null otherwise
/// @param columns its columns' names in order; null when they are not known, and then any name may
///   be one
record Source(String name, @Nullable QualifiedName relation, @Nullable List<String> columns) {

    Source {
        columns = columns == null ? null : List.copyOf(columns);
    }

    static Source unknown(String name) {
        return new Source(name, null, null);
    }

    boolean mayHave(String column) {
        return columns == null || columns.contains(column) || SystemNames.isColumn(column);
    }
}
