package dev.dryrun.store.spi;

import org.jspecify.annotations.Nullable;

/// A store could not do what it was asked. DryRun adds which remote it is.
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String hint;

    /// What went wrong, as far as it decides what to do.
    public enum Kind {
        /// The address or an option says nothing that is understood.
        INVALID,
        /// There is no such folder, bucket, repository or branch.
        MISSING,
        /// Nothing answers, or not in time, or no longer, after every retry.
        UNREACHABLE,
        /// Who asks is not known, or may not.
        DENIED,
        /// No space is left, or a quota is used up.
        FULL,
        /// What is there is not what was written: cut short, altered, or longer than was asked for.
        DAMAGED,
        /// The thread was interrupted.
        INTERRUPTED,
        /// Anything else.
        FAILED
    }

    /// Makes one.
    ///
    /// @param kind what went wrong
    /// @param message what happened and where, in one line, without a secret
    /// @param hint what to do, in one line
    /// @param cause what was caught; null when nothing was
    public StoreException(Kind kind, String message, String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.kind = kind;
        this.hint = hint;
    }

    /// {@return what went wrong}
    public Kind kind() {
        return kind;
    }

    /// {@return what to do, in one line}
    public String hint() {
        return hint;
    }
}
