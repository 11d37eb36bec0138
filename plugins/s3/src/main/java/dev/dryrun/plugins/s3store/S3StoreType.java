package dev.dryrun.plugins.s3store;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import java.util.Set;

/// S3 and compatible servers: `s3://bucket/prefix`.
public final class S3StoreType implements SnapshotStoreType {

    /// Made by the service loader.
    public S3StoreType() {}

    @Override
    public String name() {
        return "s3";
    }

    @Override
    public Set<String> options() {
        return S3Place.OPTIONS;
    }

    @Override
    public SnapshotStore open(StoreAddress address) {
        return new S3Store(S3Place.of(address), Retries.USUAL, address.environment());
    }
}
