package dev.dryrun.model;

import java.time.Instant;

/// What has happened to one index on one node since its counters were last reset.
///
/// Source: `pg_stat_user_indexes`, `pg_stat_get_blocks_fetched`.
///
/// @param name its own name; the schema is its table's
/// @param idxScan scans begun
/// @param lastIdxScanAt the last one; NONE_KEPT when never; UNSUPPORTED_VERSION before 16
/// @param idxTupRead entries they returned
/// @param idxTupFetch rows fetched by plain index scans
/// @param blksRead blocks not found in the buffers
/// @param blksHit blocks found there
public record IndexActivity(
        String name,
        Reading<Long> idxScan,
        Reading<Instant> lastIdxScanAt,
        Reading<Long> idxTupRead,
        Reading<Long> idxTupFetch,
        Reading<Long> blksRead,
        Reading<Long> blksHit) {}
