package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// The SQL parser's library cannot be loaded or used. Bad SQL is a result, never this.
public final class ParserException extends DryrunException {

    private static final long serialVersionUID = 1L;

    /// Makes one without a cause.
    ///
    /// @param code the stable code
    /// @param message what happened and where, in one line
    /// @param hint what to do, in one line
    public ParserException(ErrorCode code, String message, String hint) {
        super(code, message, hint, null);
    }

    /// Makes one with the cause that `--debug` shows.
    ///
    /// @param code the stable code
    /// @param message what happened and where, in one line
    /// @param hint what to do, in one line
    /// @param cause what was caught; null when nothing was
    public ParserException(ErrorCode code, String message, String hint, @Nullable Throwable cause) {
        super(code, message, hint, cause);
    }
}
