package dev.dryrun.model;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// A row of one of the server's statistics views, whose columns differ from version to version.
///
/// @param values as the server writes them, by column; a NULL is left out
public record StatisticsRow(SortedMap<String, String> values) {

    public StatisticsRow {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    /// {@return the value of a column, or empty when it is NULL or this version has none}
    ///
    /// @param column its name
    public Optional<String> text(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /// {@return the value of a column that counts, or empty when it is NULL or this version has
    /// none}
    ///
    /// @param column its name
    public Optional<Long> whole(String column) {
        return text(column).map(Long::valueOf);
    }
}
