/// A kind of snapshot store: a folder, kept simple.
module com.example.store {
    requires dev.dryrun.store;

    provides dev.dryrun.store.spi.SnapshotStoreType with
            com.example.store.ExampleStoreType;
}
