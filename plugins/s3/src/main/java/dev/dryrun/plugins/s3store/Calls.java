package dev.dryrun.plugins.s3store;

import dev.dryrun.store.spi.StoreException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Runs what talks to the server, each call in a virtual thread: there an interrupt closes the
/// socket that is waited for. It has the context class loader of its caller, by which the SDK finds
/// its own parts.
final class Calls {

    private final Failures failures;

    Calls(Failures failures) {
        this.failures = failures;
    }

    /// {@return what the call gives}
    ///
    /// @throws StoreException for whatever it throws, and when the caller is interrupted, which
    ///   stays so
    <T> T run(Action action, Callable<T> call) {
        if (Thread.currentThread().isInterrupted()) {
            throw failures.interrupted(null);
        }
        FutureTask<T> task = new FutureTask<>(call);
        Thread.ofVirtual().name("dryrun-s3").start(task);
        try {
            return task.get();
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw failures.interrupted(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof VirtualMachineError fatal) {
                throw fatal;
            }
            throw failures.of(e.getCause() == null ? e : e.getCause(), action);
        }
    }
}
