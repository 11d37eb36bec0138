package dev.dryrun.advise;

import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.Node;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Reads the keys of ORDER BY.
final class SortKeys {

    private SortKeys() {}

    /// {@return the column of a key; null when it is none of the table's}
    ///
    /// @param key a `SortBy`
    /// @param table whose column it may be
    /// @param own whether a name means a column of that table
    static @Nullable SortColumn column(Node key, Table table, Predicate<List<String>> own) {
        Node of = key.child("node");
        List<String> names =
                of == null || !of.kind().equals("ColumnRef") ? List.of() : of.names("fields");
        if (names.isEmpty() || !own.test(names) || table.column(names.getLast()).isEmpty()) {
            return null;
        }
        boolean descending = "SORTBY_DESC".equals(key.text("sortby_dir"));
        String nulls = String.valueOf(key.text("sortby_nulls"));
        boolean first =
                nulls.equals("SORTBY_NULLS_FIRST")
                        || (descending && !nulls.equals("SORTBY_NULLS_LAST"));
        return new SortColumn(names.getLast(), descending, first);
    }
}
