package dev.dryrun.model;

import java.util.Arrays;
import java.util.Optional;

/// A statistics view of a whole server, read row by row as it stands.
///
/// The [#word] is public: it stands in JSON.
public enum NodeView {
    /// The row of this database.
    DATABASE("pg_stat_database"),
    /// Since 16.
    IO("pg_stat_io"),
    /// WAL written; what of it is timed moved to `pg_stat_io` in 18.
    WAL("pg_stat_wal"),
    /// Before 17 with the checkpoints.
    BGWRITER("pg_stat_bgwriter"),
    /// Since 17.
    CHECKPOINTER("pg_stat_checkpointer"),
    /// Replication slots.
    REPLICATION_SLOTS("pg_replication_slots"),
    /// The standbys that are connected: state and positions, no addresses.
    REPLICATION_PEERS("pg_stat_replication"),
    /// What this standby receives, no addresses.
    WAL_RECEIVER("pg_stat_wal_receiver");

    private final String word;

    NodeView(String word) {
        this.word = word;
    }

    /// {@return the view's name}
    public String word() {
        return word;
    }

    /// {@return the view with this name, or empty when there is none}
    ///
    /// @param word as [#word] gives it
    public static Optional<NodeView> ofWord(String word) {
        return Arrays.stream(values()).filter(view -> view.word.equals(word)).findFirst();
    }
}
