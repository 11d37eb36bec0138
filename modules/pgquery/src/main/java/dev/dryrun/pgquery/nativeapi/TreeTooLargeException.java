package dev.dryrun.pgquery.nativeapi;

/// The parser made a tree that is larger than the caller takes. Nothing of it was copied.
public final class TreeTooLargeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final long sizeBytes;

    TreeTooLargeException(long sizeBytes) {
        super("a tree of " + sizeBytes + " bytes", null, false, false);
        this.sizeBytes = sizeBytes;
    }

    /// {@return the size of the tree as JSON}
    public long sizeBytes() {
        return sizeBytes;
    }
}
