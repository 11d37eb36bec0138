package dev.dryrun.capture;

import dev.dryrun.model.Constraint;
import dev.dryrun.model.Constraint.Action;
import dev.dryrun.model.Constraint.Reference;
import dev.dryrun.model.Constraint.Timing;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes constraints of rows of `constraints.sql`, and of those of `columns.sql` that have a NOT
/// NULL.
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

    private static final Reading<String> NONE = Reading.absent(Reading.Reason.NONE_KEPT);

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
            return of(
                    name,
                    kind,
                    names(keys, columns),
                    reference == null ? null : reference.in(columns),
                    expression,
                    flags,
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
                deparsed ? expressions.of(row.oid("constraint_oid")) : NONE,
                flags,
                row.whole("parents"),
                row.textOrNull("comment"));
    }

    /// {@return the constraint that a column's NOT NULL is since PostgreSQL 18; null when it has
    /// none}
    ///
    /// @param row of `columns.sql`
    /// @param column its name
    static @Nullable Constraint notNull(Rows row, String column) throws SQLException {
        String name = row.textOrNull("not_null_name");
        return name == null
                ? null
                : of(
                        name,
                        ConstraintKind.NOT_NULL,
                        List.of(column),
                        null,
                        NONE,
                        row.whole("not_null_flags"),
                        row.whole("not_null_parents"),
                        row.textOrNull("not_null_comment"));
    }

    /// {@return all constraints of a table, by name}
    ///
    /// @param rows those that have rows of their own, by name
    /// @param columns its columns
    static List<Constraint> all(List<InRelation<Constraint>> rows, ColumnNames columns)
            throws SQLException {
        List<Constraint> all = new ArrayList<>(InRelation.all(rows, columns));
        int sorted = all.size();
        columns.addNotNulls(all);
        if (all.size() > sorted) {
            all.sort(ConstraintReader::byName);
        }
        return all;
    }

    /// As the server sorts them, by the bytes of UTF-8: characters beyond the first plane are
    /// surrogates here, and the last.
    private static int byName(Constraint one, Constraint other) {
        String a = one.name();
        String b = other.name();
        int common = Math.min(a.length(), b.length());
        for (int i = 0; i < common; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                boolean beyond = Character.isSurrogate(x);
                return beyond == Character.isSurrogate(y) ? x - y : beyond ? 1 : -1;
            }
        }
        return a.length() - b.length();
    }

    private static Constraint of(
            String name,
            ConstraintKind kind,
            List<String> columns,
            @Nullable Reference reference,
            Reading<String> expression,
            int flags,
            int parents,
            @Nullable String comment) {
        return new Constraint(
                name,
                kind,
                columns,
                reference,
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
