package dev.dryrun.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A constraint of a table.
///
/// Source: `pg_constraint`.
///
/// @param name `conname`, unique within its table
/// @param kind what it demands
/// @param columns the constrained columns in the constraint's order; for a CHECK those it mentions;
///   empty when it names none
/// @param references what a foreign key points at; null for every other kind
/// @param definition `pg_get_constraintdef`, as after `ADD CONSTRAINT name`
/// @param validated false after `NOT VALID`
/// @param comment `COMMENT ON CONSTRAINT`; null when there is none
public record Constraint(
        String name,
        ConstraintKind kind,
        List<String> columns,
        @Nullable Reference references,
        String definition,
        boolean validated,
        @Nullable String comment) {

    public Constraint {
        columns = List.copyOf(columns);
        if ((kind == ConstraintKind.FOREIGN_KEY) != (references != null)) {
            throw new IllegalArgumentException("a foreign key, and nothing else, references");
        }
    }

    /// The other side of a foreign key.
    ///
    /// @param table the referenced table
    /// @param columns the referenced columns, one for each constrained one
    public record Reference(QualifiedName table, List<String> columns) {
        public Reference {
            columns = List.copyOf(columns);
        }
    }
}
