package dev.dryrun.advise;

import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.SortBy;
import dev.dryrun.pgquery.tree.SortByDir;
import dev.dryrun.pgquery.tree.StringNode;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the keys of ORDER BY.
final class SortKeys {

    private SortKeys() {}

    /// {@return the column of a key; null when it is none of the table's}
    ///
    /// @param key an item of ORDER BY
    /// @param table whose column it may be
    /// @param own whether a name means a column of that table
    static @Nullable SortColumn column(SortBy key, Table table, Predicate<List<String>> own) {
        List<String> names =
                key.node() instanceof ColumnRef reference
                        ? StringNode.texts(reference.fields())
                        : List.of();
        if (names.isEmpty() || !own.test(names) || table.column(names.getLast()).isEmpty()) {
            return null;
        }
        boolean descending = key.sortbyDir() == SortByDir.SORTBY_DESC;
        boolean first =
                switch (key.sortbyNulls()) {
                    case SORTBY_NULLS_DEFAULT -> descending;
                    case SORTBY_NULLS_FIRST -> true;
                    case SORTBY_NULLS_LAST -> false;
                };
        return new SortColumn(names.getLast(), descending, first);
    }
}
