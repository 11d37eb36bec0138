package dev.dryrun.ddl;

import dev.dryrun.model.Constraint;
import dev.dryrun.model.Constraint.Action;
import dev.dryrun.model.Constraint.Reference;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.Index;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Table;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Renders constraints of tables.
final class ConstraintDdl {

    /// Stands for what could not be read, where the text is for people only.
    static final String UNKNOWN = "?";

    private ConstraintDdl() {}

    /// {@return the constraint as it stands after its name}
    ///
    /// @param constraint what to write
    /// @param index the index behind a key, which knows its options; null for none
    static String text(Constraint constraint, @Nullable Index index) {
        StringBuilder text = new StringBuilder();
        text.append(
                switch (constraint.kind()) {
                    case PRIMARY_KEY -> "PRIMARY KEY " + key(constraint, index);
                    case UNIQUE -> "UNIQUE " + nulls(index) + key(constraint, index);
                    case CHECK -> "CHECK (" + shown(constraint.expression()) + ")";
                    case EXCLUSION -> shown(constraint.expression());
                    case NOT_NULL -> "NOT NULL " + Sql.names(constraint.columns());
                    case FOREIGN_KEY -> foreignKey(constraint);
                });
        if (constraint.noInherit()) {
            text.append(" NO INHERIT");
        }
        if (constraint.kind() != ConstraintKind.EXCLUSION) {
            text.append(
                    switch (constraint.timing()) {
                        case NOT_DEFERRABLE -> "";
                        case INITIALLY_IMMEDIATE -> " DEFERRABLE";
                        case INITIALLY_DEFERRED -> " DEFERRABLE INITIALLY DEFERRED";
                    });
        }
        if (!constraint.enforced()) {
            text.append(" NOT ENFORCED");
        } else if (!constraint.validated()) {
            text.append(" NOT VALID");
        }
        return text.toString();
    }

    /// {@return `CONSTRAINT name …`, as in a list of columns or after ADD}
    static String named(Constraint constraint, @Nullable Index index) {
        return "CONSTRAINT " + Sql.name(constraint.name()) + " " + text(constraint, index);
    }

    /// Writes what is not between the parentheses of CREATE TABLE: keys, foreign keys, what is not
    /// valid. What comes from a parent comes with it.
    ///
    /// @param table what they are of
    /// @param late whether the others come now too
    /// @param steps takes the statements
    static void render(Table table, boolean late, Steps steps) {
        for (Constraint constraint : table.constraints()) {
            boolean condition =
                    constraint.kind() == ConstraintKind.CHECK
                            || constraint.kind() == ConstraintKind.NOT_NULL;
            if (condition && constraint.enforced() && !constraint.validated()) {
                steps.unchecked(constraint.name());
            } else if (condition && constraint.enforced() && !constraint.local()) {
                steps.checked(constraint.name());
            }
            Phase phase = phase(table, constraint, late);
            if (phase == null || isInherited(table, constraint)) {
                continue;
            }
            if (isUnknown(constraint)) {
                steps.known(
                        constraint.expression(),
                        "constraint " + constraint.name() + " of " + table.name().display());
                continue;
            }
            String sql =
                    TableDdl.alter(table, isOnly(table, constraint))
                            + "\n    ADD "
                            + ArrayCasts.kept(named(constraint, indexOf(table, constraint)));
            if (constraint.kind() == ConstraintKind.EXCLUSION) {
                String schema = table.name().schema();
                steps.addIndex(new QualifiedName(schema, constraint.name()), sql);
            } else {
                steps.add(phase, sql);
            }
        }
    }

    /// {@return whether it stands between the parentheses of CREATE TABLE}
    ///
    /// @param table what it is of
    /// @param constraint the constraint
    /// @param late whether conditions come later, because one of them needs the table
    static boolean isInline(Table table, Constraint constraint, boolean late) {
        boolean valid = constraint.validated() || !constraint.enforced();
        boolean own = constraint.local() || (table.isPartition() && constraint.validated());
        return own
                && valid
                && switch (constraint.kind()) {
                    case NOT_NULL -> true;
                    case CHECK -> !late;
                    case PRIMARY_KEY, UNIQUE, FOREIGN_KEY, EXCLUSION -> false;
                };
    }

    /// {@return the index behind a key or an exclusion; null when there is none}
    static @Nullable Index indexOf(Table table, Constraint constraint) {
        return table.indexes().stream()
                .filter(index -> constraint.name().equals(index.constraint()))
                .findFirst()
                .orElse(null);
    }

    static boolean isUnknown(Constraint constraint) {
        return constraint.expression() instanceof Reading.Absent<String>(Reading.Reason reason)
                && reason != Reading.Reason.NONE_KEPT;
    }

    private static @Nullable Phase phase(Table table, Constraint constraint, boolean late) {
        return switch (constraint.kind()) {
            case PRIMARY_KEY, UNIQUE -> Phase.KEY;
            case EXCLUSION -> Phase.INDEX;
            case FOREIGN_KEY -> Phase.FOREIGN_KEY;
            case CHECK, NOT_NULL -> isInline(table, constraint, late) ? null : Phase.CHECK;
        };
    }

    /// A partition makes its part of a key itself, and the key adopts it.
    private static boolean isInherited(Table table, Constraint constraint) {
        return !constraint.local() && !(table.isPartition() && indexOf(table, constraint) != null);
    }

    /// A check that is not valid comes to the children by recursion. A key of a partitioned table
    /// adopts those of its partitions, unless some have none.
    private static boolean isOnly(Table table, Constraint constraint) {
        return switch (constraint.kind()) {
            case CHECK, NOT_NULL -> constraint.noInherit();
            case FOREIGN_KEY -> !table.isPartitioned();
            case PRIMARY_KEY, UNIQUE, EXCLUSION -> {
                Index index = indexOf(table, constraint);
                yield !table.isPartitioned() || (index != null && !index.valid());
            }
        };
    }

    private static String nulls(@Nullable Index index) {
        return index != null && index.nullsNotDistinct() ? "NULLS NOT DISTINCT " : "";
    }

    private static String key(Constraint constraint, @Nullable Index index) {
        String columns = Sql.names(constraint.columns());
        StringBuilder text = new StringBuilder("(").append(columns);
        text.append(constraint.temporal() ? " WITHOUT OVERLAPS)" : ")");
        if (index != null) {
            if (!index.include().isEmpty()) {
                text.append(" INCLUDE (").append(Sql.names(index.include())).append(")");
            }
            text.append(Sql.with(index.options()));
            if (index.tablespace() != null) {
                text.append(" USING INDEX TABLESPACE ").append(Sql.name(index.tablespace()));
            }
        }
        return text.toString();
    }

    private static String foreignKey(Constraint constraint) {
        Reference reference = constraint.references();
        if (reference == null) {
            return UNKNOWN;
        }
        StringBuilder text = new StringBuilder("FOREIGN KEY ");
        text.append(period(constraint.columns(), constraint.temporal()))
                .append(" REFERENCES ")
                .append(reference.table().sql())
                .append(period(reference.columns(), constraint.temporal()));
        if (reference.matchFull()) {
            text.append(" MATCH FULL");
        }
        if (reference.onUpdate() != Action.NO_ACTION) {
            text.append(" ON UPDATE ").append(words(reference.onUpdate()));
        }
        if (reference.onDelete() != Action.NO_ACTION) {
            text.append(" ON DELETE ").append(words(reference.onDelete()));
        }
        if (!reference.setColumns().isEmpty()) {
            text.append(" (").append(Sql.names(reference.setColumns())).append(")");
        }
        return text.toString();
    }

    private static String words(Action action) {
        return action.word().toUpperCase(Locale.ROOT);
    }

    private static String period(List<String> columns, boolean temporal) {
        if (!temporal || columns.isEmpty()) {
            return "(" + Sql.names(columns) + ")";
        }
        List<String> others = columns.subList(0, columns.size() - 1);
        return "("
                + (others.isEmpty() ? "" : Sql.names(others) + ", ")
                + "PERIOD "
                + Sql.name(columns.getLast())
                + ")";
    }

    private static String shown(Reading<String> reading) {
        return reading.known().orElse(UNKNOWN);
    }
}
