package dev.dryrun.advise;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a query wants of a table.
///
/// @param facts the table; of a partition the partitioned one
/// @param conditions what each row must meet
/// @param sort the order that the rows are wanted in; empty for any
/// @param limited whether only the first rows of that order are wanted
/// @param rowsRead how many rows are read now, all loops together; empty when nobody knows
/// @param keptShare how many of these meet the conditions; empty when nobody knows
/// @param columns every column of the table that the query mentions; null when that is not known
record Need(
        TableFacts facts,
        List<Condition> conditions,
        List<SortColumn> sort,
        boolean limited,
        OptionalDouble rowsRead,
        OptionalDouble keptShare,
        @Nullable Set<String> columns) {

    Need {
        conditions = List.copyOf(conditions);
        sort = List.copyOf(sort);
    }
}
