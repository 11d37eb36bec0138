package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// `history.db` is missing, corrupt, of another version, or cannot be written.
public final class HistoryException extends DryrunException {

    private static final long serialVersionUID = 1L;

    /// Makes one without a cause.
    ///
    /// @param code the stable code
    /// @param message what happened and where, in one line
    /// @param hint what to do, in one line
    public HistoryException(ErrorCode code, String message, String hint) {
        super(code, message, hint, null);
    }

    /// Makes one with the cause that `--debug` shows.
    ///
    /// @param code the stable code
    /// @param message what happened and where, in one line
    /// @param hint what to do, in one line
    /// @param cause what was caught; null when nothing was
    public HistoryException(
            ErrorCode code, String message, String hint, @Nullable Throwable cause) {
        super(code, message, hint, cause);
    }
}
