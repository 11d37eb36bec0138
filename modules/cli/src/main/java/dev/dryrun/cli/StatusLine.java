package dev.dryrun.cli;

import java.io.PrintWriter;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One line on standard error that says how far something is, once it takes longer than a second,
/// where somebody watches; nothing anywhere else.
public final class StatusLine implements AutoCloseable {

    private static final long FIRST_MS = 1_000;
    private static final long NEXT_MS = 250;
    private static final String CLEAR = "\r\u001b[K";

    private final PrintWriter err;
    private final Supplier<String> line;
    private final @Nullable Thread teller;

    private StatusLine(PrintWriter err, boolean watched, Supplier<String> line) {
        this.err = err;
        this.line = line;
        teller =
                watched
                        ? Thread.ofPlatform().daemon().name("dryrun-progress").unstarted(this::tell)
                        : null;
    }

    /// {@return one that is shown until it is closed}
    ///
    /// @param terminal where, and whether somebody watches
    /// @param line what it says at the moment; asked by another thread
    public static StatusLine on(Terminal terminal, Supplier<String> line) {
        StatusLine status = new StatusLine(terminal.err(), terminal.interactive(), line);
        if (status.teller != null) {
            status.teller.start();
        }
        return status;
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
                err.print(CLEAR + line.get());
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
