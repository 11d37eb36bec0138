package dev.dryrun.cli;

import dev.dryrun.report.ByteCount;
import dev.dryrun.store.Progress;
import java.io.PrintWriter;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Says on standard error how much has moved and how fast, once it takes longer than a second,
/// where somebody watches; says nothing anywhere else.
final class TransferProgress implements Progress, AutoCloseable {

    private static final long FIRST_MS = 1_000;
    private static final long NEXT_MS = 250;
    private static final String CLEAR = "\r\u001b[K";

    private final String what;
    private final PrintWriter err;
    private final AtomicLong blobs = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final long beganAt = System.nanoTime();
    private final @Nullable Thread teller;

    private TransferProgress(String what, PrintWriter err, boolean watched) {
        this.what = what;
        this.err = err;
        teller =
                watched
                        ? Thread.ofPlatform().daemon().name("dryrun-progress").unstarted(this::tell)
                        : null;
    }

    static TransferProgress on(Terminal terminal, String what) {
        TransferProgress progress =
                new TransferProgress(what, terminal.err(), terminal.interactive());
        if (progress.teller != null) {
            progress.teller.start();
        }
        return progress;
    }

    @Override
    public void moved(int moreBlobs, long moreBytes) {
        blobs.addAndGet(moreBlobs);
        bytes.addAndGet(moreBytes);
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
                err.print(CLEAR + line());
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

    private String line() {
        long moved = bytes.get();
        long ms = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganAt));
        return "%s: %d objects, %s, %s/s …"
                .formatted(
                        what, blobs.get(), ByteCount.of(moved), ByteCount.of(moved * 1_000 / ms));
    }
}
