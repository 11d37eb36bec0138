/// A kind of snapshot store: a folder without folders.
module com.example.store {
    requires dev.dryrun.store;

    provides dev.dryrun.store.spi.SnapshotStoreType with
            com.example.store.FlatStoreType;
}
