package dev.dryrun.pgquery;

import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// The few threads on which the library runs.
///
/// The library needs a stack of a known size, which the caller's thread may lack, and keeps memory
/// per thread until the thread ends, which a virtual thread's carrier may never do. So calls are
/// handed over to platform threads of our own, which end when nothing came for some seconds.
final class ParserThreads {

    private static final int THREADS_MAX = 8;
    private static final long IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;

    ParserThreads(long stackBytes) {
        int count = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, THREADS_MAX);
        threads =
                new ThreadPoolExecutor(
                        count,
                        count,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        task -> {
                            Thread thread =
                                    new Thread(null, task, "dryrun-pgquery", stackBytes, false);
                            thread.setDaemon(true);
                            return thread;
                        });
        threads.allowCoreThreadTimeOut(true);
    }

    /// {@return what the task returns, on one of the threads}
    ///
    /// An interrupt does not stop the library; it is kept for the caller to see afterwards.
    ///
    /// @throws Exception what the task throws
    <T> T call(Callable<T> task) throws Exception {
        FutureTask<T> future = new FutureTask<>(task);
        threads.execute(future);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            throw unwrap(e);
        } catch (CancellationException e) {
            throw new IllegalStateException("nobody cancels a call of the parser", e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Exception unwrap(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof Exception exception ? exception : e;
    }
}
