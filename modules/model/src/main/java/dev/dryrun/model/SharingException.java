package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// Where snapshots are shared something is missing, damaged, of another version, or out of reach.
public final class SharingException extends DryrunException {

    private static final long serialVersionUID = 1L;

    /// Makes one without a cause.
    ///
    /// @param code the stable code
    /// @param message what happened and where, in one line
    /// @param hint what to do, in one line
    public SharingException(ErrorCode code, String message, String hint) {
        super(code, message, hint, null);
    }

    /// Makes one with the cause that `--debug` shows.
    ///
    /// @param code the stable code
    /// @param message what happened and where, in one line
    /// @param hint what to do, in one line
    /// @param cause what was caught; null when nothing was
    public SharingException(
            ErrorCode code, String message, String hint, @Nullable Throwable cause) {
        super(code, message, hint, cause);
    }
}
