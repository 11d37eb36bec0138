package dev.dryrun.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A column of an item of FROM, or of a query's result.
///
/// @param name what it is called; null when that is not known
/// @param value what is known of its values
/// @param origins the columns that it is, of items below a join; empty when it is a column of its
///   own
record Col(@Nullable String name, Value value, List<Origin> origins) {

    /// A column that a variable stands for.
    ///
    /// @param item the table, subquery or function
    /// @param column its name there; `*` is the whole row
    record Origin(Item item, String column) {}

    static Col of(@Nullable String name, Value value) {
        return new Col(name, value, List.of());
    }

    Col named(@Nullable String other) {
        return new Col(other, value, origins);
    }
}
