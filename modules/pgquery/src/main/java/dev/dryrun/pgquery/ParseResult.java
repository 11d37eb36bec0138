package dev.dryrun.pgquery;

import java.util.function.Function;

/// What the parser answers: bad SQL is an answer, not an exception.
///
/// @param <T> what it gives when it understands
public sealed interface ParseResult<T> {

    /// It understood.
    ///
    /// @param value what was asked for
    /// @param <T> what was asked for
    record Parsed<T>(T value) implements ParseResult<T> {}

    /// It did not.
    ///
    /// @param error why, and where
    /// @param <T> what was asked for
    record Rejected<T>(ParseError error) implements ParseResult<T> {}

    /// {@return the value}
    ///
    /// @param otherwise turns an error into the exception to throw
    /// @param <E> the exception
    /// @throws E when the text was rejected
    default <E extends Exception> T orElseThrow(Function<ParseError, E> otherwise) throws E {
        return switch (this) {
            case Parsed<T>(T value) -> value;
            case Rejected<T>(ParseError error) -> throw otherwise.apply(error);
        };
    }
}
