package dev.dryrun.query;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/// Runs what recurses as deep as a parsed text nests. Trees may be thousands of levels deep, more
/// than fits a thread of ordinary size.
final class DeepStack {

    /// Only what is used of it becomes memory.
    private static final long BYTES = 256L * 1024 * 1024;

    private DeepStack() {}

    /// {@return what a task returns, run by a thread of its own while the caller waits}
    ///
    /// @param task may throw unchecked exceptions, which are thrown here
    static <T> T call(Supplier<T> task) {
        FutureTask<T> future = new FutureTask<>(task::get);
        Thread thread = new Thread(null, future, "query-check", BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw unchecked(e.getCause() == null ? e : e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static RuntimeException unchecked(Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception
                ? exception
                : new IllegalStateException(cause);
    }
}
