package dev.dryrun.model;

import java.util.Collections;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// How a table or a materialised view keeps its rows.
///
/// Source: `pg_class`.
///
/// @param unlogged whether a crash empties it
/// @param accessMethod null for `heap`; of a partitioned table what its new partitions get, null
///   for the server's default
/// @param tablespace null for the database's own
/// @param options `reloptions`: `fillfactor`, `autovacuum_…`, by name
/// @param toastOptions those of its TOAST table, by name, without `toast.`
public record TableStorage(
        boolean unlogged,
        @Nullable String accessMethod,
        @Nullable String tablespace,
        SortedMap<String, String> options,
        SortedMap<String, String> toastOptions) {

    /// Of a table that has everything at its default.
    public static final TableStorage DEFAULT =
            new TableStorage(
                    false, null, null, Collections.emptySortedMap(), Collections.emptySortedMap());

    public TableStorage {
        options = OptionMap.copyOf(options);
        toastOptions = OptionMap.copyOf(toastOptions);
    }
}
