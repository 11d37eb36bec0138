package dev.dryrun.plugins.git;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreAddress;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import dev.dryrun.store.spi.StorePage;
import dev.dryrun.store.spi.StoreTraits;
import java.time.Instant;
import java.util.Optional;

/// Names are files of a branch. What is put is collected, and [#flush] makes one commit of it: all
/// of it is visible at one moment.
///
/// A name that is not found is looked for in the shared repository too; one that is found is not,
/// as it never changes. So what another writer deletes may be read until the next list or flush.
final class GitStore implements SnapshotStore {

    private static final StoreTraits TRAITS = new StoreTraits(1, true, false);
    private static final int PAGE_MAX = 1000;

    private final Worker worker;
    private final GitSession session;

    GitStore(GitAddress address, StoreAddress given) {
        session = GitSession.of(address, given);
        worker = new Worker("dryrun git " + address.branch());
    }

    @Override
    public StoreTraits traits() {
        return TRAITS;
    }

    @Override
    public String check() {
        return worker.run(session::check);
    }

    @Override
    public boolean put(String name, byte[] content) {
        checkName(name);
        return worker.run(cancellation -> session.put(name, content, cancellation));
    }

    @Override
    public void flush() {
        worker.run(cancellation -> {
            session.flush(cancellation);
            return true;
        });
    }

    @Override
    public Optional<byte[]> get(String name, int limitBytes) {
        checkName(name);
        return worker.run(cancellation -> session.get(name, limitBytes, cancellation));
    }

    @Override
    public StorePage list(String prefix, String after, int limit) {
        if (limit < 1 || limit > PAGE_MAX) {
            throw new IllegalArgumentException("a page has 1 to 1000 names, not " + limit);
        }
        return worker.run(cancellation -> session.list(prefix, after, limit, cancellation));
    }

    @Override
    public void delete(String name) {
        checkName(name);
        worker.run(cancellation -> {
            session.delete(name, cancellation);
            return true;
        });
    }

    @Override
    public int sweep(Instant before) {
        return worker.run(_ -> session.sweep(before));
    }

    @Override
    public void close() {
        worker.close(session::close);
    }

    private static void checkName(String name) {
        if (!BranchTree.isName(name)) {
            throw new StoreException(
                    Kind.INVALID,
                    "'" + Texts.line(name) + "' is no name",
                    "names are one to eight segments of a to z, 0 to 9, '.', '_' and '-'",
                    null);
        }
    }
}
