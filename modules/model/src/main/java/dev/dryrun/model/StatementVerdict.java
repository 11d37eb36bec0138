package dev.dryrun.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said of one statement. Bad SQL is a result like this one, never an exception.
///
/// @param errors why the server would refuse it, in the order it would find them; empty when it
///   would not
/// @param warnings in the order of their places; empty for a statement that is not valid
/// @param stars what each `*` whose columns are all known stands for, in the order of their places
/// @param correction the statement as it was probably meant; null when the statement is valid, or
///   when nobody can tell
public record StatementVerdict(
        List<SqlError> errors,
        List<SqlWarning> warnings,
        List<StarColumns> stars,
        @Nullable SqlCorrection correction) {

    public StatementVerdict {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        stars = List.copyOf(stars);
    }

    /// {@return the verdict on a statement that the server would accept}
    ///
    /// @param warnings what rules say of it
    /// @param stars what its stars stand for
    public static StatementVerdict accepted(List<SqlWarning> warnings, List<StarColumns> stars) {
        return new StatementVerdict(List.of(), warnings, stars, null);
    }

    /// {@return the verdict on a statement that the server would refuse}
    ///
    /// @param errors why
    /// @param correction what was probably meant; null when nobody can tell
    public static StatementVerdict refused(
            List<SqlError> errors, @Nullable SqlCorrection correction) {
        return new StatementVerdict(errors, List.of(), List.of(), correction);
    }

    /// {@return whether the server would accept the statement}
    public boolean valid() {
        return errors.isEmpty();
    }
}
