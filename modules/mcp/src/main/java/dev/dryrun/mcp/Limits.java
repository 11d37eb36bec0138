package dev.dryrun.mcp;

/// How much a client may send.
final class Limits {

    /// Bytes of a line. A statement of 5 MB, each of its characters escaped once, still fits.
    static final int LINE_BYTES_MAX = 8 << 20;

    /// Messages of a batch. The one revision that had batches named no limit.
    static final int BATCH_MESSAGES_MAX = 100;

    private Limits() {}
}
