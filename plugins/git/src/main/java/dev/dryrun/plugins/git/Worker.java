package dev.dryrun.plugins.git;

import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Does everything on one thread, one thing after the other; who waits for it can be interrupted,
/// also while a server says nothing.
final class Worker implements AutoCloseable {

    private static final long CLOSE_WAIT_MS = 2_000;
    private static final long ABANDONED_WAIT_MS = 200;

    private final ExecutorService thread;
    private volatile boolean abandoned;

    /// What is done.
    ///
    /// @param <T> what comes of it
    @FunctionalInterface
    interface Task<T> {
        T run(Cancellation cancellation);
    }

    Worker(String name) {
        thread =
                Executors.newSingleThreadExecutor(task -> {
                    Thread made = new Thread(task, name);
                    made.setDaemon(true);
                    return made;
                });
    }

    <T> T run(Task<T> task) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(null);
        }
        Cancellation cancellation = new Cancellation();
        Future<T> result = thread.submit(() -> task.run(cancellation));
        try {
            return result.get();
        } catch (InterruptedException e) {
            abandoned = true;
            cancellation.cancel();
            Thread.currentThread().interrupt();
            throw interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof StoreException known) {
                throw known;
            }
            throw new IllegalStateException("the git store failed", e.getCause());
        }
    }

    private static StoreException interrupted(@Nullable Throwable cause) {
        return new StoreException(
                Kind.INTERRUPTED,
                "interrupted",
                "nothing half is left behind; run it again",
                cause);
    }

    /// Ends the thread after a last task, and does not wait for long.
    void close(Runnable last) {
        if (thread.isShutdown()) {
            return;
        }
        Future<?> done = thread.submit(last);
        thread.shutdown();
        try {
            done.get(abandoned ? ABANDONED_WAIT_MS : CLOSE_WAIT_MS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the git store could not be closed", e.getCause());
        } catch (TimeoutException _) {
            // A server that says nothing; the thread ends by itself when its time is up.
        }
    }

    @Override
    public void close() {
        close(() -> {});
    }
}
