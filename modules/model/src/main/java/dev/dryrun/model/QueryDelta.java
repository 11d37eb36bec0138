package dev.dryrun.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What queries cost one node between two snapshots of `pg_stat_statements`.
///
/// @param entries one for each query of either snapshot that is not equal in both; those that took
///   most time first
/// @param callsDelta of all entries that can be subtracted
/// @param timeMsDelta of these
/// @param blocksReadDelta shared blocks of these not found in the buffers
/// @param blocksHitDelta shared blocks of these found there
/// @param caveats what to keep in mind
public record QueryDelta(
        List<Entry> entries,
        long callsDelta,
        double timeMsDelta,
        long blocksReadDelta,
        long blocksHitDelta,
        List<DiffCaveat> caveats) {

    public QueryDelta {
        entries = List.copyOf(entries);
        caveats = List.copyOf(caveats);
    }

    /// What became of a query. The [#word] is public: it stands in JSON.
    public enum Status {
        /// It ran in between.
        GREW("grew"),
        /// It counts less than before, though the statistics were not reset: statements of it were
        /// evicted or reset by themselves. What is left is a lower bound.
        SHRANK("shrank"),
        /// It did not run.
        FLAT("flat"),
        /// Only the later snapshot has it.
        NEW("new"),
        /// Only the earlier snapshot has it.
        GONE("gone"),
        /// The statistics were reset in between: nothing can be subtracted.
        RESET("reset");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        /// {@return the status in lower case}
        public String word() {
            return word;
        }
    }

    /// One query.
    ///
    /// @param fingerprint libpg_query's
    /// @param text with parameters for constants
    /// @param status what became of it
    /// @param delta what it cost in between; null when nothing can be subtracted
    /// @param meanBeforeMs its mean time per call up to the earlier snapshot; null without calls
    /// @param unmatched how many of its statements only one snapshot has: with any, the figures are
    ///   lower bounds
    public record Entry(
            String fingerprint,
            String text,
            Status status,
            @Nullable Cost delta,
            @Nullable Double meanBeforeMs,
            int unmatched) {}

    /// What a query cost.
    ///
    /// @param calls how often it ran
    /// @param timeMs executing
    /// @param rows returned or changed
    /// @param blocksHit shared blocks found in the buffers
    /// @param blocksRead shared blocks not found there
    public record Cost(long calls, double timeMs, long rows, long blocksHit, long blocksRead) {

        /// {@return the mean time per call in milliseconds; null without calls}
        public @Nullable Double meanMs() {
            return calls == 0 ? null : timeMs / calls;
        }
    }

    /// {@return whether nothing differs}
    public boolean isEmpty() {
        return entries.isEmpty();
    }
}
