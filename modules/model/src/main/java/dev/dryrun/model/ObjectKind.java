package dev.dryrun.model;

import java.util.Arrays;
import java.util.Optional;

/// What kind of thing in a database a document, a finding or a search result is about.
///
/// The [#word] is public: it stands in JSON, in `history.db` and in the arguments of tools.
public enum ObjectKind {
    TABLE("table"),
    COLUMN("column"),
    CONSTRAINT("constraint"),
    INDEX("index"),
    VIEW("view"),
    MATERIALIZED_VIEW("materialized_view"),
    ENUM("enum"),
    /// A rule itself, when it could not do its work: never in a snapshot. Its group stands as the
    /// schema.
    RULE("rule");

    private final String word;

    ObjectKind(String word) {
        this.word = word;
    }

    /// {@return the kind in lower case with underscores, as it stands in JSON}
    public String word() {
        return word;
    }

    /// {@return the kind with this word, or empty when there is none}
    ///
    /// @param word as [#word] gives it
    public static Optional<ObjectKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
