package dev.dryrun.store;

import dev.dryrun.model.ContextLoader;
import dev.dryrun.model.PluginLayer;
import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import java.nio.file.Path;
import java.util.Set;

/// A type of a plugin, with what it said of itself when it was loaded: while it runs, the thread's
/// context class loader is the plugin's.
///
/// @param type itself
/// @param name its own
/// @param options its own
/// @param folder the plugin's
record PluginStoreType(SnapshotStoreType type, String name, Set<String> options, Path folder)
        implements SnapshotStoreType {

    PluginStoreType {
        options = Set.copyOf(options);
    }

    /// {@return the type, asked for what it says of itself}
    ///
    /// @param type of the plugin, whose class loader is the thread's already
    /// @param plugin that brings it
    static PluginStoreType of(SnapshotStoreType type, PluginLayer plugin) {
        return new PluginStoreType(type, type.name(), type.options(), plugin.folder());
    }

    @Override
    public SnapshotStore open(StoreAddress address) {
        try (ContextLoader _ = ContextLoader.of(type.getClass())) {
            return new PluginStore(type.open(address));
        }
    }
}
