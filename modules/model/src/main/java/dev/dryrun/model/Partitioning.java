package dev.dryrun.model;

import java.util.Arrays;
import java.util.Optional;

/// How a partitioned table is divided.
///
/// Source: `pg_partitioned_table`, `pg_get_partkeydef`.
///
/// @param strategy by what rule
/// @param key the key as in `PARTITION BY strategy (key)`, without the strategy and parentheses;
///   LOCKED when it could not be read
public record Partitioning(Strategy strategy, Reading<String> key) {

    /// The rule by which rows find their partition (`partstrat`).
    public enum Strategy {
        RANGE("range"),
        LIST("list"),
        HASH("hash");

        private final String word;

        Strategy(String word) {
            this.word = word;
        }

        /// {@return the strategy in lower case, as it stands in JSON}
        public String word() {
            return word;
        }

        /// {@return the strategy with this word, or empty when there is none}
        ///
        /// @param word as [#word] gives it
        public static Optional<Strategy> ofWord(String word) {
            return Arrays.stream(values()).filter(s -> s.word.equals(word)).findFirst();
        }
    }
}
