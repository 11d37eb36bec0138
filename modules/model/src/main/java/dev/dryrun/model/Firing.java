package dev.dryrun.model;

import java.util.Arrays;
import java.util.Optional;

/// In which sessions a trigger or a rule fires (`tgenabled`, `ev_enabled`), by the session's
/// `session_replication_role`.
public enum Firing {
    /// In ordinary sessions: how they are made.
    ORIGIN("origin"),
    /// In the sessions that apply replicated changes.
    REPLICA("replica"),
    /// In all.
    ALWAYS("always"),
    /// In none.
    DISABLED("disabled");

    private final String word;

    Firing(String word) {
        this.word = word;
    }

    /// {@return the word that stands in JSON}
    public String word() {
        return word;
    }

    /// {@return the mode with this word, or empty when there is none}
    ///
    /// @param word as [#word] gives it
    public static Optional<Firing> ofWord(String word) {
        return Arrays.stream(values()).filter(firing -> firing.word.equals(word)).findFirst();
    }
}
