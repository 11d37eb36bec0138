package dev.dryrun.model;

import java.util.List;
import java.util.Optional;

/// What the planner knows of one table, and how large it is.
///
/// Source: `pg_class`, `pg_relation_size`, `pg_stats`. Sizes are taken on the node of the capture;
/// a partitioned table and a foreign table have none.
///
/// @param kind TABLE, MATERIALIZED_VIEW or FOREIGN_TABLE
/// @param table the measured table
/// @param reltuples live rows as the planner assumes them, at least 0; estimated by the server;
///   NEVER_ANALYZED where it keeps none
/// @param relpages pages of the main fork as of the last VACUUM or ANALYZE
/// @param allVisiblePages `relallvisible`
/// @param allFrozenPages `relallfrozen`; UNSUPPORTED_VERSION before 18
/// @param frozenXid `relfrozenxid`; its age is counted from [ServerInfo#nextXid]
/// @param minMxid `relminmxid`
/// @param toastFrozenXid `relfrozenxid` of its TOAST table; NONE_KEPT without one
/// @param tableSizeBytes size of the main fork; LOCKED where it could not be asked
/// @param toastSizeBytes size of its TOAST table and that one's index, all forks; 0 without one
/// @param indexesSizeBytes size of all its indexes, all forks
/// @param totalSizeBytes table, TOAST and indexes together, all forks
/// @param bloat of the main fork; NEVER_ANALYZED without a row count
/// @param indexes one for each, by name
/// @param extended the extended statistics objects on it, by name
/// @param columns one for each column that has statistics, by name, then the inherited after the
///   own; one that may not be read is there too, with nothing but NO_PRIVILEGE; one that is not
///   there was never analysed
public record TableStatistics(
        ObjectKind kind,
        QualifiedName table,
        Reading<Double> reltuples,
        Reading<Long> relpages,
        Reading<Long> allVisiblePages,
        Reading<Long> allFrozenPages,
        Reading<Long> frozenXid,
        Reading<Long> minMxid,
        Reading<Long> toastFrozenXid,
        Reading<Long> tableSizeBytes,
        Reading<Long> toastSizeBytes,
        Reading<Long> indexesSizeBytes,
        Reading<Long> totalSizeBytes,
        Reading<Bloat> bloat,
        List<IndexStatistics> indexes,
        List<ExtendedStatistics> extended,
        List<ColumnStatistics> columns)
        implements Document {

    public TableStatistics {
        indexes = List.copyOf(indexes);
        extended = List.copyOf(extended);
        columns = List.copyOf(columns);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(kind, table);
    }

    /// {@return the statistics of an index, or empty when it has none of that name}
    ///
    /// @param name the index's own name
    public Optional<IndexStatistics> index(String name) {
        return indexes.stream().filter(index -> index.name().equals(name)).findFirst();
    }

    /// {@return the same table with other statistics of its parts}
    ///
    /// @param indexes of its indexes
    /// @param extended of its extended statistics objects
    /// @param columns of its columns
    public TableStatistics with(
            List<IndexStatistics> indexes,
            List<ExtendedStatistics> extended,
            List<ColumnStatistics> columns) {
        return new TableStatistics(
                kind,
                table,
                reltuples,
                relpages,
                allVisiblePages,
                allFrozenPages,
                frozenXid,
                minMxid,
                toastFrozenXid,
                tableSizeBytes,
                toastSizeBytes,
                indexesSizeBytes,
                totalSizeBytes,
                bloat,
                indexes,
                extended,
                columns);
    }
}
