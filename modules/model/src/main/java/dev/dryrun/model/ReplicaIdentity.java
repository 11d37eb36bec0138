package dev.dryrun.model;

import java.util.Arrays;
import java.util.Optional;

/// What a table logs of old rows for logical replication (`relreplident`).
public enum ReplicaIdentity {
    /// Its primary key, where it has one.
    DEFAULT("default"),
    NOTHING("nothing"),
    FULL("full"),
    /// The key of the [Index] that says so.
    INDEX("index");

    private final String word;

    ReplicaIdentity(String word) {
        this.word = word;
    }

    /// {@return the identity in lower case, as it stands in JSON}
    public String word() {
        return word;
    }

    /// {@return the identity with this word, or empty when there is none}
    ///
    /// @param word as [#word] gives it
    public static Optional<ReplicaIdentity> ofWord(String word) {
        return Arrays.stream(values()).filter(r -> r.word.equals(word)).findFirst();
    }
}
