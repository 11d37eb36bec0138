package dev.dryrun.report;

import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One side of a comparison.
///
/// @param stream the word of its stream
/// @param hash the hash of what it holds; null where nobody asked for it
/// @param takenAt when it was read, by the server's clock
/// @param server where it was read
/// @param live whether it was read just now and stored nowhere
public record DiffSide(
        String stream, @Nullable String hash, Instant takenAt, ServerInfo server, boolean live) {

    /// {@return a stored snapshot}
    ///
    /// @param snapshot which
    public static DiffSide of(SnapshotInfo snapshot) {
        return new DiffSide(
                snapshot.stream().word(),
                snapshot.hash(),
                snapshot.takenAt(),
                snapshot.server(),
                false);
    }
}
