package dev.dryrun.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is said of one statement. Bad SQL is a result like this one, never an exception.
///
/// @param errors why the server would refuse it, in the order it would find them; empty when it
///   would not
/// @param warnings in the order of their places
/// @param correctedSql the statement as it was probably meant, which the server would accept; null
///   when the statement is valid, or when nobody can tell
/// @param fixes what is different in it, in the order of the repairs; empty without one
public record StatementVerdict(
        List<SqlError> errors,
        List<SqlWarning> warnings,
        @Nullable String correctedSql,
        List<SqlFix> fixes) {

    public StatementVerdict {
        errors = List.copyOf(errors);
        warnings = List.copyOf(warnings);
        fixes = List.copyOf(fixes);
    }

    /// Makes one of a statement that nobody corrected.
    ///
    /// @param errors why the server would refuse it
    /// @param warnings what rules say of it
    public StatementVerdict(List<SqlError> errors, List<SqlWarning> warnings) {
        this(errors, warnings, null, List.of());
    }

    /// {@return whether the server would accept the statement}
    public boolean valid() {
        return errors.isEmpty();
    }
}
