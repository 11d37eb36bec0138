package dev.dryrun.store.spi;

/// What a store can do, and how it likes to be used.
///
/// @param parallelism how many threads may use it at once with gain, 1 to 64
/// @param atomicFlush whether all that was put since the last flush becomes visible at one moment
/// @param deletes whether [SnapshotStore#delete] frees the space; where a log keeps what was, it
///   does not
public record StoreTraits(int parallelism, boolean atomicFlush, boolean deletes) {

    /// Checks the range.
    public StoreTraits {
        if (parallelism < 1 || parallelism > 64) {
            throw new IllegalArgumentException("parallelism is 1 to 64, not " + parallelism);
        }
    }
}
