package dev.dryrun.model;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A constraint of a table.
///
/// What the index of a key or an exclusion has (INCLUDE, NULLS NOT DISTINCT, options) stands at the
/// [Index] that names it.
///
/// Source: `pg_constraint`.
///
/// @param name `conname`, unique within its table
/// @param kind what it demands
/// @param columns the constrained columns in the constraint's order; for a CHECK those it mentions;
///   empty when it names none
/// @param references what a foreign key points at; null for every other kind
/// @param expression the deparsed condition of a CHECK, as between the parentheses; the whole
///   definition of an EXCLUSION, as after its name; NONE_KEPT for every other kind; LOCKED when it
///   could not be read
/// @param timing when it is checked
/// @param validated false after `NOT VALID`
/// @param enforced false after `NOT ENFORCED` (since PostgreSQL 18)
/// @param temporal whether its last column is a period: `WITHOUT OVERLAPS` of a key, `PERIOD` of a
///   foreign key (since PostgreSQL 18)
/// @param noInherit whether children do without it
/// @param local whether the table itself declares it, be it inherited or not (`conislocal`)
/// @param parents how many direct parents it is inherited from (`coninhcount`)
/// @param comment `COMMENT ON CONSTRAINT`; null when there is none
public record Constraint(
        String name,
        ConstraintKind kind,
        List<String> columns,
        @Nullable Reference references,
        Reading<String> expression,
        Timing timing,
        boolean validated,
        boolean enforced,
        boolean temporal,
        boolean noInherit,
        boolean local,
        int parents,
        @Nullable String comment) {

    public Constraint {
        columns = List.copyOf(columns);
        if ((kind == ConstraintKind.FOREIGN_KEY) != (references != null)) {
            throw new IllegalArgumentException("a foreign key, and nothing else, references");
        }
    }

    /// When a constraint is checked.
    public enum Timing {
        NOT_DEFERRABLE("not_deferrable"),
        INITIALLY_IMMEDIATE("initially_immediate"),
        INITIALLY_DEFERRED("initially_deferred");

        private final String word;

        Timing(String word) {
            this.word = word;
        }

        /// {@return the timing in lower case with underscores, as it stands in JSON}
        public String word() {
            return word;
        }

        /// {@return the timing with this word, or empty when there is none}
        ///
        /// @param word as [#word] gives it
        public static Optional<Timing> ofWord(String word) {
            return Arrays.stream(values()).filter(timing -> timing.word.equals(word)).findFirst();
        }
    }

    /// The other side of a foreign key.
    ///
    /// @param table the referenced table
    /// @param columns the referenced columns, one for each constrained one
    /// @param matchFull whether `MATCH FULL` holds rather than `MATCH SIMPLE`
    /// @param onUpdate what happens when a referenced key changes
    /// @param onDelete what happens when a referenced row goes
    /// @param setColumns the columns that `ON DELETE SET` is confined to (since PostgreSQL 15);
    ///   empty for all
    public record Reference(
            QualifiedName table,
            List<String> columns,
            boolean matchFull,
            Action onUpdate,
            Action onDelete,
            List<String> setColumns) {
        public Reference {
            columns = List.copyOf(columns);
            setColumns = List.copyOf(setColumns);
        }
    }

    /// What a foreign key does to the referencing rows.
    public enum Action {
        NO_ACTION("no action"),
        RESTRICT("restrict"),
        CASCADE("cascade"),
        SET_NULL("set null"),
        SET_DEFAULT("set default");

        private final String word;

        Action(String word) {
            this.word = word;
        }

        /// {@return the action as SQL writes it, in lower case; so it stands in JSON}
        public String word() {
            return word;
        }

        /// {@return the action with this word, or empty when there is none}
        ///
        /// @param word as [#word] gives it
        public static Optional<Action> ofWord(String word) {
            return Arrays.stream(values()).filter(action -> action.word.equals(word)).findFirst();
        }
    }
}
