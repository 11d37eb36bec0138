package dev.dryrun.json;

/// The bytes are whole, and say something that this DryRun does not know: a newer one wrote them.
///
/// Checked, because only the caller knows where they are from.
public final class UnknownContentException extends Exception {

    private static final long serialVersionUID = 1L;

    /// Makes one.
    ///
    /// @param message what is unknown, in one line
    public UnknownContentException(String message) {
        super(message);
    }
}
