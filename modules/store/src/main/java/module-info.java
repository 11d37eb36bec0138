import org.jspecify.annotations.NullMarked;

/// Moves snapshots between `history.db` and places that people share, by hash and as they are.
///
/// Stage: store. Neighbours: `history` has what is pushed and takes what is pulled. It uses
/// `dev.dryrun.store.spi.SnapshotStoreType`.
@NullMarked
module dev.dryrun.store {
    requires static org.jspecify;
    requires com.github.luben.zstd_jni;
    requires dev.dryrun.json;
    requires transitive dev.dryrun.history;
    requires transitive dev.dryrun.model;

    exports dev.dryrun.store;
    exports dev.dryrun.store.spi;

    uses dev.dryrun.store.spi.SnapshotStoreType;

    provides dev.dryrun.store.spi.SnapshotStoreType with
            dev.dryrun.store.file.FileStoreType;
}
