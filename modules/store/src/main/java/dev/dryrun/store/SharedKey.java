package dev.dryrun.store;

import dev.dryrun.model.SnapshotKey;

/// Whose snapshots move, as each side calls it.
///
/// @param local in `history.db`
/// @param remote in the store
public record SharedKey(SnapshotKey local, SnapshotKey remote) {

    /// Makes one that both sides call the same.
    ///
    /// @param key in both
    public SharedKey(SnapshotKey key) {
        this(key, key);
    }

    /// {@return where its manifests lie below `snapshots/`}
    String folder() {
        return ManifestName.folder(remote) + "/";
    }
}
