package dev.dryrun.store.spi;

import java.util.Set;

/// A kind of place to share snapshots in: folders, S3, git.
///
/// Found with [java.util.ServiceLoader]: a module `provides` it. What comes with DryRun is found in
/// the same way. While it runs, the thread's context class loader is its own.
public interface SnapshotStoreType {

    /// The version of this interface and of all it names; a plugin's manifest says for which it was
    /// built, `DryRun-Api: store/1`.
    int SPI_VERSION = 1;

    /// {@return how `type = "…"` of a remote names it: a lower-case word of letters, digits and
    /// hyphens that begins with a letter, and also the scheme of its addresses, as in `s3:…`. No
    /// other type may have the same}
    String name();

    /// {@return the keys of a remote it takes beside `name`, `type`, `ref`, `default`; any other is
    /// an error}
    default Set<String> options() {
        return Set.of();
    }

    /// Opens a place. Whether it answers is asked by [SnapshotStore#check], not here: opening costs
    /// no round trip where that can be helped.
    ///
    /// @param address where it is, and how to get at it
    /// @return the store; the caller closes it
    /// @throws StoreException INVALID when the address or an option says nothing that is understood
    SnapshotStore open(StoreAddress address);
}
