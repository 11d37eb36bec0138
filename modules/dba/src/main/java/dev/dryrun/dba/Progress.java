package dev.dryrun.dba;

import dev.dryrun.cli.Terminal;
import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Says on standard error how far a capture is, once it takes longer than a second, where somebody
/// watches; says nothing anywhere else.
final class Progress implements AutoCloseable {

    private static final long FIRST_MS = 1_000;
    private static final long NEXT_MS = 250;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final AtomicLong done = new AtomicLong();
    private final @Nullable Thread teller;
    private volatile String what = "connecting";

    private Progress(PrintWriter err, boolean watched) {
        this.err = err;
        teller =
                watched
                        ? Thread.ofPlatform().daemon().name("dryrun-progress").unstarted(this::tell)
                        : null;
    }

    static Progress on(Terminal terminal) {
        Progress progress = new Progress(terminal.err(), terminal.interactive());
        if (progress.teller != null) {
            progress.teller.start();
        }
        return progress;
    }

    /// Names what is being done from now on.
    void begin(String step) {
        what = step;
        done.set(0);
    }

    /// Counts one more object of it.
    void step() {
        done.incrementAndGet();
    }

    @Override
    public void close() {
        if (teller != null) {
            teller.interrupt();
            try {
                teller.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void tell() {
        boolean told = false;
        try {
            Thread.sleep(FIRST_MS);
            while (true) {
                long count = done.get();
                err.print(CLEAR + what + (count == 0 ? "" : ": " + count) + " …");
                err.flush();
                told = true;
                Thread.sleep(NEXT_MS);
            }
        } catch (InterruptedException e) {
            // Closed: the line makes room for the result.
            if (told) {
                err.print(CLEAR);
                err.flush();
            }
        }
    }
}
