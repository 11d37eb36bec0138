package dev.dryrun.plugins.git;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import java.util.Set;

/// The store type `git`.
public final class GitStoreType implements SnapshotStoreType {

    /// Made by the service loader.
    public GitStoreType() {}

    @Override
    public String name() {
        return "git";
    }

    @Override
    public Set<String> options() {
        return GitAddress.OPTIONS;
    }

    @Override
    public SnapshotStore open(StoreAddress address) {
        return new GitStore(GitAddress.parse(address), address);
    }
}
