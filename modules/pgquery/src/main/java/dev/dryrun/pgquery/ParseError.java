package dev.dryrun.pgquery;

import org.jspecify.annotations.Nullable;

/// Why a text was rejected.
///
/// @param kind whether the SQL is wrong or the parser cannot tell
/// @param sqlState what a server would report with: `42601` for a syntax error, `54001` for a
///   statement too complex or too large, `22021` for a text that is no text
/// @param message in PostgreSQL's words where they are PostgreSQL's; one line, may quote the SQL
/// @param position where; null when no place is known
public record ParseError(
        Kind kind, String sqlState, String message, @Nullable SourcePosition position) {

    /// What sort of error it is.
    public enum Kind {
        /// PostgreSQL's grammar does not accept it; a server would not either.
        SYNTAX,
        /// It is not UTF-8, or holds a character that PostgreSQL's text cannot.
        ENCODING,
        /// It is larger or deeper than the parser takes. A server may still accept it.
        TOO_COMPLEX
    }
}
