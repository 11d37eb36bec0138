package dev.dryrun.model;

import java.util.List;

/// What is said of one statement. Bad SQL is a result like this one, never an exception.
///
/// @param errors why the server would refuse it, in the order it would find them; empty when it
///   would not
/// @param warnings in the order of their places; empty for a statement that is not valid
/// @param stars what each `*` whose columns are all known stands for, in the order of their places
public record StatementVerdict(
        List<SqlError> errors, List<SqlWarning> warnings, List<StarColumns> stars) {

    public StatementVerdict {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        stars = List.copyOf(stars);
    }

    /// Makes one of a statement without a `*`.
    ///
    /// @param errors why the server would refuse it
    /// @param warnings in the order of their places
    public StatementVerdict(List<SqlError> errors, List<SqlWarning> warnings) {
        this(errors, warnings, List.of());
    }

    /// {@return whether the server would accept the statement}
    public boolean valid() {
        return errors.isEmpty();
    }
}
