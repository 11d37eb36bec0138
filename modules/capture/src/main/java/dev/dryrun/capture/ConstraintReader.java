package dev.dryrun.capture;

import dev.dryrun.model.Constraint;
import dev.dryrun.model.Constraint.Action;
import dev.dryrun.model.Constraint.Reference;
import dev.dryrun.model.Constraint.Timing;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes constraints of rows of `constraints.sql`.
///
/// @param expressions the deparsed ones
record ConstraintReader(Deparsed<String> expressions) {

    // As the column "flags" has them.
    private static final int DEFERRABLE = 1;
    private static final int DEFERRED = 2;
    private static final int NOT_VALIDATED = 4;
    private static final int NOT_ENFORCED = 8;
    private static final int TEMPORAL = 16;
    private static final int NO_INHERIT = 32;
    private static final int INHERITED_ONLY = 64;
    private static final int MATCH_FULL = 128;

    // Records, not lambdas: a lambda that holds something is slow to make where methods are
    // compiled in a hurry, and there are several constraints for each table.

    private record Pending(
            String name,
            ConstraintKind kind,
            List<Long> keys,
            @Nullable PendingReference reference,
            Reading<String> expression,
            int flags,
            int parents,
            @Nullable String comment)
            implements InRelation<Constraint> {

        @Override
        public Constraint in(ColumnNames columns) throws SQLException {
            return new Constraint(
                    name,
                    kind,
                    names(keys, columns),
                    reference == null ? null : reference.in(columns),
                    expression,
                    timing(flags),
                    (flags & NOT_VALIDATED) == 0,
                    (flags & NOT_ENFORCED) == 0,
                    (flags & TEMPORAL) != 0,
                    (flags & NO_INHERIT) != 0,
                    (flags & INHERITED_ONLY) == 0,
                    parents,
                    comment);
        }
    }

    private record PendingReference(
            QualifiedName table,
            List<String> referenced,
            boolean matchFull,
            Action onUpdate,
            Action onDelete,
            List<Long> setKeys)
            implements InRelation<Reference> {

        @Override
        public Reference in(ColumnNames columns) throws SQLException {
            return new Reference(
                    table, referenced, matchFull, onUpdate, onDelete, columns.names(setKeys));
        }
    }

    InRelation<Constraint> read(Rows row) throws SQLException {
        ConstraintKind kind = kind(row.text("kind"));
        boolean deparsed = kind == ConstraintKind.CHECK || kind == ConstraintKind.EXCLUSION;
        int flags = row.whole("flags");
        return new Pending(
                row.text("name"),
                kind,
                row.numbers("keys"),
                kind == ConstraintKind.FOREIGN_KEY ? reference(row, flags) : null,
                deparsed
                        ? expressions.of(row.oid("constraint_oid"))
                        : Reading.absent(Reading.Reason.NONE_KEPT),
                flags,
                row.whole("parents"),
                row.textOrNull("comment"));
    }

    /// An exclusion over an expression has 0 among its keys.
    private static List<String> names(List<Long> keys, ColumnNames columns) throws SQLException {
        return keys.contains(0L)
                ? columns.names(keys.stream().filter(key -> key != 0).toList())
                : columns.names(keys);
    }

    private static ConstraintKind kind(String letter) throws SQLException {
        return switch (letter) {
            case "p" -> ConstraintKind.PRIMARY_KEY;
            case "f" -> ConstraintKind.FOREIGN_KEY;
            case "u" -> ConstraintKind.UNIQUE;
            case "c" -> ConstraintKind.CHECK;
            case "x" -> ConstraintKind.EXCLUSION;
            case "n" -> ConstraintKind.NOT_NULL;
            default -> throw new SQLException("unknown kind of constraint " + letter);
        };
    }

    private static Timing timing(int flags) {
        if ((flags & DEFERRABLE) == 0) {
            return Timing.NOT_DEFERRABLE;
        }
        return (flags & DEFERRED) != 0 ? Timing.INITIALLY_DEFERRED : Timing.INITIALLY_IMMEDIATE;
    }

    private static @Nullable PendingReference reference(Rows row, int flags) throws SQLException {
        QualifiedName table = row.nameOrNull("foreign_schema", "foreign_name");
        return table == null
                ? null
                : new PendingReference(
                        table,
                        row.texts("foreign_columns"),
                        (flags & MATCH_FULL) != 0,
                        action(row.text("on_update")),
                        action(row.text("on_delete")),
                        row.numbers("set_keys"));
    }

    private static Action action(String letter) throws SQLException {
        return switch (letter) {
            case "a" -> Action.NO_ACTION;
            case "r" -> Action.RESTRICT;
            case "c" -> Action.CASCADE;
            case "n" -> Action.SET_NULL;
            case "d" -> Action.SET_DEFAULT;
            default -> throw new SQLException("unknown action of a foreign key: " + letter);
        };
    }
}
