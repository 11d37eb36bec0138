package dev.dryrun.model;

/// What a statement has cost since its counters were last reset.
///
/// Source: `pg_stat_statements`, the rows of all roles together.
///
/// @param calls how often it ran
/// @param totalTimeMs executing
/// @param deviationTimeMs the standard deviation of one execution
/// @param rows returned or changed
/// @param sharedBlksHit blocks found in the buffers
/// @param sharedBlksRead blocks not found there
/// @param sharedBlksDirtied blocks changed
/// @param sharedBlksWritten blocks it had to write itself
/// @param tempBlksRead blocks of temporary files
/// @param tempBlksWritten blocks of temporary files
/// @param readTimeMs waiting for shared blocks to be read; NONE_KEPT unless `track_io_timing` is on
/// @param writeTimeMs waiting for shared blocks to be written; NONE_KEPT unless it is on
public record QueryCounters(
        long calls,
        double totalTimeMs,
        double deviationTimeMs,
        long rows,
        long sharedBlksHit,
        long sharedBlksRead,
        long sharedBlksDirtied,
        long sharedBlksWritten,
        long tempBlksRead,
        long tempBlksWritten,
        Reading<Double> readTimeMs,
        Reading<Double> writeTimeMs) {

    /// {@return both together, the deviations pooled}
    ///
    /// @param other of the same statement
    public QueryCounters plus(QueryCounters other) {
        long together = calls + other.calls;
        return new QueryCounters(
                together,
                totalTimeMs + other.totalTimeMs,
                together == 0 ? 0 : Math.sqrt(Math.max(0, variance(other, together))),
                rows + other.rows,
                sharedBlksHit + other.sharedBlksHit,
                sharedBlksRead + other.sharedBlksRead,
                sharedBlksDirtied + other.sharedBlksDirtied,
                sharedBlksWritten + other.sharedBlksWritten,
                tempBlksRead + other.tempBlksRead,
                tempBlksWritten + other.tempBlksWritten,
                sum(readTimeMs, other.readTimeMs),
                sum(writeTimeMs, other.writeTimeMs));
    }

    private double variance(QueryCounters other, long together) {
        double mean = (totalTimeMs + other.totalTimeMs) / together;
        return (squares() + other.squares()) / together - mean * mean;
    }

    private double squares() {
        double mean = calls == 0 ? 0 : totalTimeMs / calls;
        return calls * (deviationTimeMs * deviationTimeMs + mean * mean);
    }

    private static Reading<Double> sum(Reading<Double> one, Reading<Double> other) {
        return one.known().isEmpty() ? one : other.map(more -> one.known().orElse(0.0) + more);
    }
}
