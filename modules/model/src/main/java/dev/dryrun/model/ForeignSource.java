package dev.dryrun.model;

import java.util.SortedMap;

/// Where a foreign table's rows are.
///
/// Source: `pg_foreign_table`.
///
/// @param server the foreign server's name
/// @param options by name; a value that may hold a secret is NOT_CAPTURED
public record ForeignSource(String server, SortedMap<String, Reading<String>> options) {

    public ForeignSource {
        options = OptionMap.copyOf(options);
    }
}
