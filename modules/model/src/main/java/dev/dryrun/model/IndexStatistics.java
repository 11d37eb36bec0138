package dev.dryrun.model;

import java.util.List;

/// What the planner knows of one index, and how large it is.
///
/// Source: `pg_class`, `pg_relation_size`, and `pg_stats` for expressions.
///
/// @param name its own name; the schema is its table's
/// @param reltuples entries; estimated by the server; NEVER_ANALYZED where it keeps none
/// @param relpages pages as of the last VACUUM or ANALYZE; NONE_KEPT for a partitioned index
/// @param sizeBytes of all its forks; LOCKED where it could not be asked
/// @param bloat of a B-tree; NONE_KEPT for other methods; NEVER_ANALYZED without a row count
/// @param over with expressions: the table's columns that the index is made of; else empty
/// @param columns the statistics of its expressions, by name
public record IndexStatistics(
        String name,
        Reading<Double> reltuples,
        Reading<Long> relpages,
        Reading<Long> sizeBytes,
        Reading<Bloat> bloat,
        List<SourceColumn> over,
        List<ColumnStatistics> columns) {

    public IndexStatistics {
        over = List.copyOf(over);
        columns = List.copyOf(columns);
    }
}
