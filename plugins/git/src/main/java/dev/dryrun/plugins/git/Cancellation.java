package dev.dryrun.plugins.git;

import java.io.IOException;
import java.io.InterruptedIOException;
import org.eclipse.jgit.lib.EmptyProgressMonitor;

/// Ends what runs on the store's thread once nobody waits for it any more. JGit asks between steps.
final class Cancellation extends EmptyProgressMonitor {

    private final Object changed = new Object();
    private boolean cancelled;

    void cancel() {
        synchronized (changed) {
            cancelled = true;
            changed.notifyAll();
        }
    }

    @Override
    public boolean isCancelled() {
        synchronized (changed) {
            return cancelled;
        }
    }

    void check() throws IOException {
        if (isCancelled()) {
            throw new InterruptedIOException("nobody waits any more");
        }
    }

    /// Waits, or ends when cancelled.
    void pause(long timeMs) throws IOException {
        long end = System.nanoTime() + timeMs * 1_000_000;
        synchronized (changed) {
            long left = timeMs;
            while (left > 0 && !cancelled) {
                try {
                    changed.wait(left);
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                    cancelled = true;
                }
                left = (end - System.nanoTime()) / 1_000_000;
            }
        }
        check();
    }
}
