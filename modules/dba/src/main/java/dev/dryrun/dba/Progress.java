package dev.dryrun.dba;

import dev.dryrun.cli.StatusLine;
import dev.dryrun.cli.Terminal;
import java.util.concurrent.atomic.AtomicLong;

/// Says how far a capture is, as a [StatusLine] does.
final class Progress implements AutoCloseable {

    private final AtomicLong done = new AtomicLong();
    private volatile String what = "connecting";
    private final StatusLine status;

    private Progress(Terminal terminal) {
        status = StatusLine.on(terminal, this::line);
    }

    static Progress on(Terminal terminal) {
        return new Progress(terminal);
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
        status.close();
    }

    private String line() {
        long count = done.get();
        return what + (count == 0 ? "" : ": " + count) + " …";
    }
}
