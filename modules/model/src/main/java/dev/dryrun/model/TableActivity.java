package dev.dryrun.model;

import java.time.Instant;
import java.util.List;

/// What has happened to one table on one node since its counters were last reset.
///
/// Source: `pg_stat_user_tables`, `pg_stat_get_blocks_fetched`. Counters only grow until a reset;
/// times are the server's.
///
/// @param kind TABLE or MATERIALIZED_VIEW
/// @param table the table
/// @param seqScan sequential scans begun
/// @param lastSeqScanAt the last one; NONE_KEPT when never; UNSUPPORTED_VERSION before 16
/// @param seqTupRead rows they read
/// @param idxScan index scans begun; NONE_KEPT without an index
/// @param lastIdxScanAt the last one; NONE_KEPT when never; UNSUPPORTED_VERSION before 16
/// @param idxTupFetch rows they fetched; NONE_KEPT without an index
/// @param tupIns rows inserted
/// @param tupUpd rows updated, HOT updates included
/// @param tupDel rows deleted
/// @param tupHotUpd rows updated without a new index entry
/// @param tupNewpageUpd rows whose new version went to another page; UNSUPPORTED_VERSION before 16
/// @param liveTup rows believed live
/// @param deadTup rows believed dead
/// @param modSinceAnalyze rows changed since the last ANALYZE
/// @param insSinceVacuum rows inserted since the last VACUUM
/// @param vacuum VACUUM by hand
/// @param autovacuum VACUUM by the daemon
/// @param analyze ANALYZE by hand
/// @param autoanalyze ANALYZE by the daemon
/// @param blksRead blocks of the table not found in the buffers
/// @param blksHit blocks of the table found there
/// @param indexes one for each, by name
public record TableActivity(
        ObjectKind kind,
        QualifiedName table,
        Reading<Long> seqScan,
        Reading<Instant> lastSeqScanAt,
        Reading<Long> seqTupRead,
        Reading<Long> idxScan,
        Reading<Instant> lastIdxScanAt,
        Reading<Long> idxTupFetch,
        Reading<Long> tupIns,
        Reading<Long> tupUpd,
        Reading<Long> tupDel,
        Reading<Long> tupHotUpd,
        Reading<Long> tupNewpageUpd,
        Reading<Long> liveTup,
        Reading<Long> deadTup,
        Reading<Long> modSinceAnalyze,
        Reading<Long> insSinceVacuum,
        MaintenanceActivity vacuum,
        MaintenanceActivity autovacuum,
        MaintenanceActivity analyze,
        MaintenanceActivity autoanalyze,
        Reading<Long> blksRead,
        Reading<Long> blksHit,
        List<IndexActivity> indexes)
        implements Document {

    public TableActivity {
        indexes = List.copyOf(indexes);
    }

    @Override
    public ObjectRef about() {
        return new ObjectRef(kind, table);
    }

    /// {@return when VACUUM by hand last ended; NONE_KEPT when never}
    public Reading<Instant> lastVacuumAt() {
        return vacuum.lastAt();
    }

    /// {@return when VACUUM by the daemon last ended; NONE_KEPT when never}
    public Reading<Instant> lastAutovacuumAt() {
        return autovacuum.lastAt();
    }

    /// {@return when ANALYZE by hand last ended; NONE_KEPT when never}
    public Reading<Instant> lastAnalyzeAt() {
        return analyze.lastAt();
    }

    /// {@return when ANALYZE by the daemon last ended; NONE_KEPT when never}
    public Reading<Instant> lastAutoanalyzeAt() {
        return autoanalyze.lastAt();
    }
}
