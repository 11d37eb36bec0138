package dev.dryrun.masking;

import dev.dryrun.model.Document;

/// A document that went through the masker: the only thing that may be written.
///
/// Nobody else can make one, so code that would store a raw document does not compile. There are
/// three doors: a capture and an import, which mask, and [CapturedDocuments]. Immutable.
///
/// @param <T> which document
public final class Masked<T extends Document> {

    private final T document;
    private final int maskedColumns;

    Masked(T document, int maskedColumns) {
        this.document = document;
        this.maskedColumns = maskedColumns;
    }

    /// {@return the document, free of what had to be masked}
    public T document() {
        return document;
    }

    /// {@return how many of its columns lost values}
    public int maskedColumns() {
        return maskedColumns;
    }
}
