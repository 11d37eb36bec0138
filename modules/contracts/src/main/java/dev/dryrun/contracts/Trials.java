package dev.dryrun.contracts;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StorePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/// What trials of stores have in common.
final class Trials {

    private Trials() {}

    /// {@return bytes that compress badly and are the same for the same seed}
    static byte[] bytes(int seed, int size) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /// {@return all names with a prefix, read in pages of a size}
    static List<String> names(SnapshotStore store, String prefix, int limit) {
        List<String> names = new ArrayList<>();
        String after = "";
        while (true) {
            List<StorePage.Entry> entries = store.list(prefix, after, limit).entries();
            entries.forEach(entry -> names.add(entry.name()));
            assertTrue(entries.size() <= limit, "a page is longer than asked for");
            if (entries.size() < limit) {
                return names;
            }
            after = names.getLast();
        }
    }

    /// {@return the names with a prefix behind one}
    static List<String> after(SnapshotStore store, String prefix, String after) {
        return store.list(prefix, after, 1_000).entries().stream()
                .map(StorePage.Entry::name)
                .toList();
    }

    /// {@return what each said, all begun at one moment}
    static <T> List<T> atOnce(List<Callable<T>> works) throws Exception {
        CyclicBarrier start = new CyclicBarrier(works.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(works.size())) {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> work : works) {
                futures.add(
                        threads.submit(() -> {
                            start.await();
                            return work.call();
                        }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }

    /// Does something for each name, so many at once.
    static void spread(List<String> names, int threads, Consumer<String> work) throws Exception {
        Semaphore permits = new Semaphore(threads);
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            List<Future<?>> futures = new ArrayList<>();
            for (String name : names) {
                permits.acquire();
                futures.add(
                        pool.submit(() -> {
                            try {
                                work.accept(name);
                            } finally {
                                permits.release();
                            }
                        }));
            }
            for (Future<?> future : futures) {
                future.get();
            }
        }
    }

    /// What is shown to people is one line, and says what to do.
    static void oneLine(StoreException e) {
        String message = String.valueOf(e.getMessage());
        assertFalse(message.isBlank() || message.contains("\n"), message);
        assertFalse(e.hint().isBlank() || e.hint().contains("\n"), e.hint());
    }
}
