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

    InRelation<Constraint> read(Rows row) throws SQLException {
        String name = row.text("name");
        ConstraintKind kind = kind(row.text("kind"));
        List<Long> keys = row.numbers("keys");
        boolean deparsed = kind == ConstraintKind.CHECK || kind == ConstraintKind.EXCLUSION;
        Reading<String> expression = expressions.ofOptional(deparsed, row.oid("constraint_oid"));
        InRelation<Reference> reference = reference(row);
        Timing timing = timing(row);
        boolean validated = row.flag("validated");
        boolean enforced = row.flag("enforced");
        boolean temporal = row.flag("temporal");
        boolean noInherit = row.flag("no_inherit");
        boolean local = row.flag("local");
        int parents = row.whole("parents");
        String comment = row.textOrNull("comment");
        return columns ->
                new Constraint(
                        name,
                        kind,
                        names(keys, columns),
                        reference == null ? null : reference.in(columns),
                        expression,
                        timing,
                        validated,
                        enforced,
                        temporal,
                        noInherit,
                        local,
                        parents,
                        comment);
    }

    /// An exclusion over an expression has 0 among its keys.
    private static List<String> names(List<Long> keys, ColumnNames columns) throws SQLException {
        return columns.names(keys.stream().filter(key -> key != 0).toList());
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

    private static Timing timing(Rows row) throws SQLException {
        if (!row.flag("is_deferrable")) {
            return Timing.NOT_DEFERRABLE;
        }
        return row.flag("is_deferred") ? Timing.INITIALLY_DEFERRED : Timing.INITIALLY_IMMEDIATE;
    }

    private static @Nullable InRelation<Reference> reference(Rows row) throws SQLException {
        QualifiedName table = row.nameOrNull("foreign_schema", "foreign_name");
        if (table == null) {
            return null;
        }
        List<String> referenced = row.texts("foreign_columns");
        boolean matchFull = row.flag("match_full");
        Action onUpdate = action(row.text("on_update"));
        Action onDelete = action(row.text("on_delete"));
        List<Long> setKeys = row.numbers("set_keys");
        return columns ->
                new Reference(
                        table, referenced, matchFull, onUpdate, onDelete, columns.names(setKeys));
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
