package dev.dryrun.model;

import java.util.Arrays;
import java.util.Optional;

/// The kinds of table constraint that are captured (`pg_constraint.contype`).
public enum ConstraintKind {
    PRIMARY_KEY("primary_key"),
    FOREIGN_KEY("foreign_key"),
    UNIQUE("unique"),
    CHECK("check"),
    EXCLUSION("exclusion"),
    /// Has a name of its own since PostgreSQL 18; before, only the column knows.
    NOT_NULL("not_null");

    private final String word;

    ConstraintKind(String word) {
        this.word = word;
    }

    /// {@return the kind in lower case with underscores, as it stands in JSON}
    public String word() {
        return word;
    }

    /// {@return the kind with this word, or empty when there is none}
    ///
    /// @param word as [#word] gives it
    public static Optional<ConstraintKind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
