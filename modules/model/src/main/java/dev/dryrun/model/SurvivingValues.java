package dev.dryrun.model;

import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Values of rows that are in a captured file, in the planner's statistics of one thing.
///
/// @param table the table
/// @param name its column, the expression of an index, or the extended statistics object
/// @param kind what that is
/// @param type of the values, innermost; empty for combinations of several columns
/// @param maskedBy the strategy that made them, as [ColumnStatistics] has it; null when they are as
///   the server kept them
/// @param verdict what the policy says of them
/// @param values by the column of `pg_stats` that holds them
public record SurvivingValues(
        QualifiedName table,
        String name,
        Kind kind,
        String type,
        @Nullable String maskedBy,
        Verdict verdict,
        SequencedMap<String, List<String>> values) {

    /// What has the values.
    public enum Kind {
        COLUMN("column"),
        /// Of an index or of an extended statistics object.
        EXPRESSION("expression"),
        /// An extended statistics object.
        STATISTICS("statistics");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /// {@return the kind as it stands in JSON}
        public String word() {
            return word;
        }
    }

    /// What a policy says of values that are there.
    public enum Verdict {
        /// They may be seen.
        ALLOWED("allowed"),
        /// They should not be there at all.
        HIDDEN("hidden"),
        /// The strategy that the policy names cannot have made them.
        NOT_MADE("not made by its strategy");

        private final String word;

        Verdict(String word) {
            this.word = word;
        }

        /// {@return the verdict as it stands in JSON}
        public String word() {
            return word;
        }
    }
}
