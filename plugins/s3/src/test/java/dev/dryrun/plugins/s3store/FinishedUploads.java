package dev.dryrun.plugins.s3store;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StorePage;
import dev.dryrun.store.spi.StoreTraits;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// A store on the tests' server, which lists an upload that is under way by a name of its own: the
/// object's, a hyphen and a UUID. S3 lists none.
///
/// @param store on that server
record FinishedUploads(SnapshotStore store) implements SnapshotStore {

    private static final Pattern UNDER_WAY =
            Pattern.compile(".*-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @Override
    public StorePage list(String prefix, String after, int limit) {
        return new StorePage(
                store.list(prefix, after, limit).entries().stream()
                        .filter(entry -> !UNDER_WAY.matcher(entry.name()).matches())
                        .toList());
    }

    @Override
    public StoreTraits traits() {
        return store.traits();
    }

    @Override
    public String check() {
        return store.check();
    }

    @Override
    public boolean put(String name, byte[] content) {
        return store.put(name, content);
    }

    @Override
    public void flush() {
        store.flush();
    }

    @Override
    public Optional<byte[]> get(String name, int limitBytes) {
        return store.get(name, limitBytes);
    }

    @Override
    public void delete(String name) {
        store.delete(name);
    }

    @Override
    public int sweep(Instant before) {
        return store.sweep(before);
    }

    @Override
    public void close() {
        store.close();
    }
}
