package dev.dryrun.model;

import java.util.List;

/// What the planner knows of one table, and how large it is.
///
/// Source: `pg_class`, `pg_relation_size` and its relatives, `pg_stats`.
///
/// @param table the measured table
/// @param reltuples live rows as the planner assumes them, at least 0; estimated by the server;
///   NEVER_ANALYZED where it keeps none
/// @param relpages pages of the main fork as of the last VACUUM or ANALYZE
/// @param tableSizeBytes size of the main fork; LOCKED where it could not be asked
/// @param indexesSizeBytes size of all its indexes
/// @param totalSizeBytes table, TOAST and indexes together
/// @param columns one for each column that has statistics and that the role may read, by name
public record TableStatistics(
        QualifiedName table,
        Reading<Double> reltuples,
        Reading<Long> relpages,
        Reading<Long> tableSizeBytes,
        Reading<Long> indexesSizeBytes,
        Reading<Long> totalSizeBytes,
        List<ColumnStatistics> columns)
        implements Document {

    public TableStatistics {
        columns = List.copyOf(columns);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(ObjectKind.TABLE, table);
    }
}
