package dev.dryrun.store;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.SharingException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// A few threads that move blobs, and stop at the first failure.
///
/// What hands work over waits while much is waiting already, so that memory does not grow.
final class Workers implements AutoCloseable {

    private static final int WAITING_FOR_EACH = 4;

    private final ExecutorService threads;
    private final Semaphore room;
    private final int capacity;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    Workers(int count) {
        threads = Executors.newFixedThreadPool(count, Thread.ofPlatform().daemon().factory());
        capacity = count * WAITING_FOR_EACH;
        room = new Semaphore(capacity);
    }

    /// Hands over something to do; throws what failed before, if anything did.
    void submit(Runnable work) {
        acquire(1);
        boolean handed = false;
        try {
            rethrow();
            threads.execute(() -> run(work));
            handed = true;
        } finally {
            if (!handed) {
                room.release();
            }
        }
    }

    /// Waits until all is done; throws what failed, if anything did.
    void await() {
        acquire(capacity);
        room.release(capacity);
        rethrow();
    }

    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }

    private void run(Runnable work) {
        try {
            if (failure.get() == null) {
                work.run();
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        } finally {
            room.release();
        }
    }

    private void rethrow() {
        switch (failure.get()) {
            case RuntimeException failed -> throw failed;
            case Error failed -> throw failed;
            case null, default -> {}
        }
    }

    private void acquire(int permits) {
        try {
            room.acquire(permits);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SharingException(
                    ErrorCode.STORE_FAILED, "interrupted", "run the command again: it continues");
        }
    }
}
