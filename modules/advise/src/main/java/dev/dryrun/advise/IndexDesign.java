package dev.dryrun.advise;

import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// An index that would serve a need.
///
/// @param method the access method
/// @param keys in order
/// @param predicate of a partial index; null for all rows
/// @param include columns that let the index alone answer
/// @param share of the table's rows that are found through it; empty when nobody knows
/// @param coverage the share of the table's rows that it has entries for
/// @param rationale why so
record IndexDesign(
        String method,
        List<DesignedKey> keys,
        @Nullable String predicate,
        List<String> include,
        OptionalDouble share,
        double coverage,
        String rationale) {

    /// A key of it.
    ///
    /// @param column the column it is, or is made of
    /// @param sql as `CREATE INDEX` writes it
    /// @param by the condition it serves; null where it only gives an order
    record DesignedKey(String column, String sql, @Nullable Condition by) {}

    IndexDesign {
        keys = List.copyOf(keys);
        include = List.copyOf(include);
    }

    List<String> columns() {
        return keys.stream().map(DesignedKey::column).distinct().toList();
    }

    IndexDesign with(List<String> more, String why) {
        return new IndexDesign(method, keys, predicate, more, share, coverage, why);
    }
}
