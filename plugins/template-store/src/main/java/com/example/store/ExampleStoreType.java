package com.example.store;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.nio.file.InvalidPathException;

/// `example`: a folder.
public final class ExampleStoreType implements SnapshotStoreType {

    /// Made by the service loader.
    public ExampleStoreType() {}

    @Override
    public String name() {
        return "example";
    }

    @Override
    public SnapshotStore open(StoreAddress address) {
        try {
            return new ExampleStore(address.base().resolve(address.ref()).normalize());
        } catch (InvalidPathException e) {
            throw new StoreException(
                    Kind.INVALID,
                    "the address is no path",
                    "write ref = \"/path/of/the/folder\"",
                    e);
        }
    }
}
