package dev.dryrun.model;

import java.util.Optional;

/// One line of a database's history: snapshots of one kind, each with its own hash.
///
/// The [#word] is public: `schema`, `planner`, `activity:<label>`.
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

    /// {@return the stream as it is written in `history.db` and shown to people}
    default String word() {
        return switch (this) {
            case Schema _ -> "schema";
            case Planner _ -> "planner";
            case Activity(String label) -> "activity:" + label;
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
        String prefix = "activity:";
        return word.startsWith(prefix) && word.length() > prefix.length()
                ? Optional.of(new Activity(word.substring(prefix.length())))
                : Optional.empty();
    }
}
