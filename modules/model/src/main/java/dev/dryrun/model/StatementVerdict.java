package dev.dryrun.model;

import java.util.List;

/// What is said of one statement. Bad SQL is a result like this one, never an exception.
///
/// @param errors why the server would refuse it, in the order it would find them; empty when it
///   would not
/// @param warnings in the order of their places
public record StatementVerdict(List<SqlError> errors, List<SqlWarning> warnings) {

    public StatementVerdict {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
    }

    /// {@return whether the server would accept the statement}
    public boolean valid() {
        return errors.isEmpty();
    }
}
