package dev.dryrun.cli;

import dev.dryrun.report.ByteCount;
import dev.dryrun.store.Progress;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Says how much has moved and how fast, as a [StatusLine] does.
final class TransferProgress implements Progress, AutoCloseable {

    private final String what;
    private final AtomicLong blobs = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final long beganAt = System.nanoTime();
    private final StatusLine status;

    private TransferProgress(Terminal terminal, String what) {
        this.what = what;
        status = StatusLine.on(terminal, this::line);
    }

    static TransferProgress on(Terminal terminal, String what) {
        return new TransferProgress(terminal, what);
    }

    @Override
    public void moved(int moreBlobs, long moreBytes) {
        blobs.addAndGet(moreBlobs);
        bytes.addAndGet(moreBytes);
    }

    @Override
    public void close() {
        status.close();
    }

    private String line() {
        long moved = bytes.get();
        long ms = Math.max(1, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - beganAt));
        return "%s: %d objects, %s, %s/s …"
                .formatted(
                        what, blobs.get(), ByteCount.of(moved), ByteCount.of(moved * 1_000 / ms));
    }
}
