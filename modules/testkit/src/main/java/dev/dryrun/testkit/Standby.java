package dev.dryrun.testkit;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Streaming replication between two servers of this kit.
public final class Standby {

    private static final int CATCH_UP_SECONDS = 30;

    private Standby() {}

    /// Boots a standby that follows a server. The server is stopped for the moment of a copy, so
    /// its sessions end; it comes back on its port. Read-only sessions on the standby work, and
    /// `pg_stat_replication` of the server shows it under the name `standby`.
    ///
    /// @param primary the server to follow; not one that tests share
    /// @return the standby; close it before the primary
    public static PostgresServer of(PostgresServer primary) {
        PostgresServer standby = PostgresServer.standbyOf(primary);
        catchUp(primary, standby);
        return standby;
    }

    /// Waits until what the primary has written so far can be read on the standby.
    ///
    /// @param primary the one that writes
    /// @param standby the one that follows
    /// @throws IllegalStateException when that takes longer than half a minute
    public static void catchUp(PostgresServer primary, PostgresServer standby) {
        // Without synchronous_commit the end of what is written may still be in memory only;
        // changing the file puts it on disk, and so on its way.
        primary.query("postgres", "SELECT pg_switch_wal()");
        String written = only(primary, "SELECT pg_current_wal_lsn()");
        String replayed = "SELECT pg_last_wal_replay_lsn() >= '" + written + "'";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CATCH_UP_SECONDS);
        while (!Objects.equals(only(standby, replayed), "t")) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("the standby has not replayed " + written);
            }
            pause();
        }
    }

    private static @Nullable String only(PostgresServer server, String query) {
        return server.query("postgres", query).getFirst().getFirst();
    }

    private static void pause() {
        try {
            Thread.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the standby", e);
        }
    }
}
