package dev.dryrun.masking;

import dev.dryrun.json.ContentHash;
import dev.dryrun.json.DocumentJson;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.json.UnknownContentException;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.Document;
import org.jspecify.annotations.Nullable;

/// The third door to [Masked]: documents that were masked when they were captured, and come back
/// from a place that snapshots are shared in.
///
/// They go through as they are, held to the hash that the snapshot names them by; what hid them
/// then is stated, not repeated. The other doors are a capture and an import, which mask.
///
/// Immutable.
public final class CapturedDocuments {

    private final @Nullable AppliedMasking capturedUnder;

    /// Makes the door for one snapshot.
    ///
    /// @param capturedUnder by what rules it was masked; null where it does not say
    public CapturedDocuments(@Nullable AppliedMasking capturedUnder) {
        this.capturedUnder = capturedUnder;
    }

    /// {@return by what rules they were masked; null where the snapshot does not say}
    public @Nullable AppliedMasking capturedUnder() {
        return capturedUnder;
    }

    /// {@return the document that these bytes are}
    ///
    /// @param canonical as they came
    /// @param hash what names it in the snapshot
    /// @throws MalformedJsonException when they are another document's, or none
    /// @throws UnknownContentException when a newer DryRun wrote them
    public Masked<Document> verified(byte[] canonical, ContentHash hash)
            throws MalformedJsonException, UnknownContentException {
        return new Masked<>(DocumentJson.verified(canonical, hash), 0);
    }
}
