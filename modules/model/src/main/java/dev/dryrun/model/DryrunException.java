package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// A failure that a person or an agent can do something about.
///
/// The message is one line that says what happened and where; the hint is one line that says what
/// to do. Neither ever holds a password, a connection string or a value from a table.
public abstract sealed class DryrunException extends RuntimeException
        permits ApplyException,
                CaptureException,
                ConfigException,
                HistoryException,
                InputException,
                ParserException,
                SharingException {

    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final String hint;

    DryrunException(ErrorCode code, String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    /// {@return the stable code}
    public final ErrorCode code() {
        return code;
    }

    /// {@return what happened and where, in one line}
    public final String what() {
        String message = getMessage();
        return message == null ? code.word() : message;
    }

    /// {@return what to do about it, in one line}
    public final String hint() {
        return hint;
    }
}
