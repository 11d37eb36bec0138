package dev.dryrun.model;

import java.util.Optional;

/// One line of a database's history: snapshots of one kind, each with its own hash.
///
/// The [#word] is public: `schema`, `planner`, `activity:<label>`, `query:<label>`.
public sealed interface Stream {

    /// Definitions.
    record Schema() implements Stream {}

    /// The planner's statistics and sizes.
    record Planner() implements Stream {}

    /// Activity counters of one node.
    ///
    /// @param label the node's name; not empty
    record Activity(String label) implements Stream {
        public Activity {
            if (label.isEmpty()) {
                throw new IllegalArgumentException("a node's label is not empty");
            }
        }
    }

    /// `pg_stat_statements` of one node.
    ///
    /// @param label the node's name; not empty
    record Query(String label) implements Stream {
        public Query {
            if (label.isEmpty()) {
                throw new IllegalArgumentException("a node's label is not empty");
            }
        }
    }

    /// {@return the stream as it is written in `history.db` and shown to people}
    default String word() {
        return switch (this) {
            case Schema _ -> "schema";
            case Planner _ -> "planner";
            case Activity(String label) -> "activity:" + label;
            case Query(String label) -> "query:" + label;
        };
    }

    /// {@return the stream with this word, or empty when there is none}
    ///
    /// @param word as [#word] gives it
    static Optional<Stream> ofWord(String word) {
        if (word.equals("schema")) {
            return Optional.of(new Schema());
        }
        if (word.equals("planner")) {
            return Optional.of(new Planner());
        }
        int colon = word.indexOf(':');
        if (colon < 0 || colon == word.length() - 1) {
            return Optional.empty();
        }
        String label = word.substring(colon + 1);
        return switch (word.substring(0, colon)) {
            case "activity" -> Optional.of(new Activity(label));
            case "query" -> Optional.of(new Query(label));
            default -> Optional.empty();
        };
    }
}
