package dev.dryrun.model;

import java.util.List;

/// What a `*` in a SELECT list stands for, of one item of FROM.
///
/// @param table what the item goes by: its alias, or the relation's own name
/// @param columns in order, as the catalogue stores them
public record StarColumns(String table, List<String> columns) {

    public StarColumns {
        columns = List.copyOf(columns);
    }
}
