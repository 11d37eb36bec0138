package dev.dryrun.model;

import java.time.Instant;

/// One sort of maintenance of one table: VACUUM or ANALYZE, by hand or by the daemon.
///
/// Source: `pg_stat_user_tables`.
///
/// @param lastAt when it last ended; NONE_KEPT when never
/// @param count how often; VACUUM FULL not counted
/// @param totalTimeMs how long altogether; UNSUPPORTED_VERSION before 18
public record MaintenanceActivity(
        Reading<Instant> lastAt, Reading<Long> count, Reading<Double> totalTimeMs) {}
