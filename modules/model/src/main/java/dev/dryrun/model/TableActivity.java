package dev.dryrun.model;

import java.time.Instant;

/// What has happened to one table on one node since its counters were last reset.
///
/// Source: `pg_stat_user_tables`. Counters only grow until a reset; times are the server's.
///
/// @param table the table
/// @param seqScan sequential scans begun
/// @param seqTupRead rows they read
/// @param idxScan index scans begun; NONE_KEPT without an index
/// @param idxTupFetch rows they fetched; NONE_KEPT without an index
/// @param tupIns rows inserted
/// @param tupUpd rows updated, HOT updates included
/// @param tupDel rows deleted
/// @param tupHotUpd rows updated without a new index entry
/// @param liveTup rows believed live
/// @param deadTup rows believed dead
/// @param modSinceAnalyze rows changed since the last ANALYZE
/// @param lastVacuumAt by hand; NONE_KEPT when never
/// @param lastAutovacuumAt by the daemon; NONE_KEPT when never
/// @param lastAnalyzeAt by hand; NONE_KEPT when never
/// @param lastAutoanalyzeAt by the daemon; NONE_KEPT when never
public record TableActivity(
        QualifiedName table,
        Reading<Long> seqScan,
        Reading<Long> seqTupRead,
        Reading<Long> idxScan,
        Reading<Long> idxTupFetch,
        Reading<Long> tupIns,
        Reading<Long> tupUpd,
        Reading<Long> tupDel,
        Reading<Long> tupHotUpd,
        Reading<Long> liveTup,
        Reading<Long> deadTup,
        Reading<Long> modSinceAnalyze,
        Reading<Instant> lastVacuumAt,
        Reading<Instant> lastAutovacuumAt,
        Reading<Instant> lastAnalyzeAt,
        Reading<Instant> lastAutoanalyzeAt)
        implements Document {

    @Override
    public ObjectRef about() {
        return new ObjectRef(ObjectKind.TABLE, table);
    }
}
