package dev.dryrun.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One snapshot, without what it holds.
///
/// @param key whose it is
/// @param stream which line of history
/// @param hash the root of its hash tree: 64 hexadecimal digits; equal content, equal hash
/// @param takenAt the server's time at the start of the snapshot
/// @param server where it was taken
/// @param maskedColumns how many columns lost statistics to masking
/// @param objectCount how many documents it holds
/// @param masking by what rules it was masked; null for activity and queries, which hold no value
///   of a column, and for what was captured before DryRun kept it
public record SnapshotInfo(
        SnapshotKey key,
        Stream stream,
        String hash,
        Instant takenAt,
        ServerInfo server,
        int maskedColumns,
        int objectCount,
        @Nullable AppliedMasking masking) {

    /// Makes one without word of its masking.
    ///
    /// @param key whose it is
    /// @param stream which line of history
    /// @param hash the root of its hash tree
    /// @param takenAt the server's time at the start of the snapshot
    /// @param server where it was taken
    /// @param maskedColumns how many columns lost statistics to masking
    /// @param objectCount how many documents it holds
    public SnapshotInfo(
            SnapshotKey key,
            Stream stream,
            String hash,
            Instant takenAt,
            ServerInfo server,
            int maskedColumns,
            int objectCount) {
        this(key, stream, hash, takenAt, server, maskedColumns, objectCount, null);
    }
}
