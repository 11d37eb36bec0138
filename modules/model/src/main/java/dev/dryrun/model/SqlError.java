package dev.dryrun.model;

import org.jspecify.annotations.Nullable;

/// Why the server would refuse a statement.
///
/// @param sqlstate the server's error code: five digits or capitals, `42P01`
/// @param message the server's primary message, without severity
/// @param place where in the text that was checked; null when the server names no place
/// @param hint what was probably meant, in one line; null when nobody can tell
/// @param certainty how sure it is
public record SqlError(
        String sqlstate,
        String message,
        @Nullable SqlPlace place,
        @Nullable String hint,
        Certainty certainty) {

    public SqlError {
        if (!sqlstate.matches("[0-9A-Z]{5}")) {
            throw new IllegalArgumentException("not an SQLSTATE: " + sqlstate);
        }
    }
}
