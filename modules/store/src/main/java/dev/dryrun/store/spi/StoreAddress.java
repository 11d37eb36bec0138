package dev.dryrun.store.spi;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// Where a store is, and how to get at it. Secrets are in none of its texts: they come from the
/// environment, or from where the platform keeps them.
///
/// @param ref where it is, in the store's own terms, without the scheme: `//bucket/prefix`,
///   `/srv/share`, `git@example.com:team/snapshots.git`
/// @param options by key; only those of [SnapshotStoreType#options]; numbers and flags as their
///   texts
/// @param base the folder that relative paths start at: the one of `dryrun.toml`; absolute
/// @param cache a folder of its own, private to the user, that the store may keep a copy in; it may
///   not exist yet, and may be gone the next time; absolute
/// @param environment what an environment variable says, or empty
public record StoreAddress(
        String ref,
        Map<String, String> options,
        Path base,
        Path cache,
        Function<String, Optional<String>> environment) {

    /// Copies the options.
    public StoreAddress {
        options = Map.copyOf(options);
    }
}
