package dev.dryrun.store;

import dev.dryrun.model.ContextLoader;
import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StorePage;
import dev.dryrun.store.spi.StoreTraits;
import java.time.Instant;
import java.util.Optional;

/// A store of a plugin: while it runs, the thread's context class loader is the plugin's.
///
/// @param store itself
record PluginStore(SnapshotStore store) implements SnapshotStore {

    @Override
    public StoreTraits traits() {
        try (ContextLoader _ = loader()) {
            return store.traits();
        }
    }

    @Override
    public String check() {
        try (ContextLoader _ = loader()) {
            return store.check();
        }
    }

    @Override
    public boolean put(String name, byte[] content) {
        try (ContextLoader _ = loader()) {
            return store.put(name, content);
        }
    }

    @Override
    public void flush() {
        try (ContextLoader _ = loader()) {
            store.flush();
        }
    }

    @Override
    public Optional<byte[]> get(String name, int limitBytes) {
        try (ContextLoader _ = loader()) {
            return store.get(name, limitBytes);
        }
    }

    @Override
    public StorePage list(String prefix, String after, int limit) {
        try (ContextLoader _ = loader()) {
            return store.list(prefix, after, limit);
        }
    }

    @Override
    public void delete(String name) {
        try (ContextLoader _ = loader()) {
            store.delete(name);
        }
    }

    @Override
    public int sweep(Instant before) {
        try (ContextLoader _ = loader()) {
            return store.sweep(before);
        }
    }

    @Override
    public void close() {
        try (ContextLoader _ = loader()) {
            store.close();
        }
    }

    private ContextLoader loader() {
        return ContextLoader.of(store.getClass());
    }
}
