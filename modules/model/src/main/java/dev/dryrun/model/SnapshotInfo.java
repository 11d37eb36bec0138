package dev.dryrun.model;

import java.time.Instant;

/// One snapshot, without what it holds.
///
/// @param key whose it is
/// @param stream which line of history
/// @param hash the root of its hash tree: 64 hexadecimal digits; equal content, equal hash
/// @param takenAt the server's time at the start of the snapshot
/// @param server where it was taken
/// @param maskedColumns how many columns lost statistics to masking
/// @param objectCount how many documents it holds
public record SnapshotInfo(
        SnapshotKey key,
        Stream stream,
        String hash,
        Instant takenAt,
        ServerInfo server,
        int maskedColumns,
        int objectCount) {}
