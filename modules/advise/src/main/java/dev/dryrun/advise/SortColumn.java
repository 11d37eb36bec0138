package dev.dryrun.advise;

import dev.dryrun.model.SqlIdentifier;

/// A column by which rows are wanted in order.
///
/// @param column the table's column
/// @param descending whether the greatest come first
/// @param nullsFirst whether NULLs come first; by default as `descending`
record SortColumn(String column, boolean descending, boolean nullsFirst) {

    /// {@return as `CREATE INDEX` writes it}
    String sql() {
        String direction = descending ? " DESC" : "";
        String nulls = nullsFirst == descending ? "" : nullsFirst ? " NULLS FIRST" : " NULLS LAST";
        return SqlIdentifier.quote(column) + direction + nulls;
    }
}
