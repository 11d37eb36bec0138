package dev.dryrun.ddl;

import dev.dryrun.model.Column;
import dev.dryrun.model.Column.Generated;
import dev.dryrun.model.Column.Identity;
import dev.dryrun.model.Column.IdentitySequence;
import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.ConstraintKind;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SequenceParameters;
import dev.dryrun.model.Table;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Renders columns of tables.
final class ColumnDdl {

    private static final int NAMED_NOT_NULL = 18;
    private static final int UNLOGGED_SEQUENCES = 15;
    private static final int NAME_BYTES = 63;

    private ColumnDdl() {}

    /// {@return the column as between the parentheses of CREATE TABLE; empty where its table has it
    /// of a type and it adds nothing}
    ///
    /// @param table what it is in
    /// @param column what to write
    /// @param lateDefault whether its default comes later
    /// @param steps notes what is not known
    static String element(Table table, Column column, boolean lateDefault, Steps steps) {
        List<String> parts = new ArrayList<>();
        ColumnAttributes attributes = column.attributes();
        if (table.ofType() == null) {
            parts.add(column.type());
            if (attributes.compression() != null) {
                parts.add("COMPRESSION " + attributes.compression());
            }
            String options = OptionsDdl.clause(attributes.foreignOptions()).strip();
            if (!options.isEmpty()) {
                parts.add(options);
            }
            QualifiedName collation = attributes.collation();
            if (collation != null) {
                parts.add("COLLATE " + Sql.bare(collation));
            }
        }
        String notNull = notNull(table, column);
        if (notNull != null) {
            parts.add(notNull);
        }
        String value = value(table, column, lateDefault, steps);
        if (value != null) {
            parts.add(value);
        }
        if (parts.isEmpty()) {
            return "";
        }
        String between = table.ofType() == null ? " " : " WITH OPTIONS ";
        return Sql.name(column.name()) + between + String.join(" ", parts);
    }

    /// Writes what is said of a column after its table was made.
    static void render(Table table, Column column, boolean lateDefault, Steps steps) {
        ColumnAttributes attributes = column.attributes();
        String alter =
                TableDdl.alter(table, true) + " ALTER COLUMN " + Sql.name(column.name()) + " ";
        boolean inherited = TableDdl.inheritsColumns(table) && !attributes.local();
        if (inherited) {
            inherited(column, alter, steps);
        } else if (lateDefault && column.generated() == null) {
            column.defaultExpression()
                    .known()
                    .map(ArrayCasts::kept)
                    .ifPresent(text -> steps.add(Phase.DEFAULT, alter + "SET DEFAULT " + text));
        }
        details(attributes, inherited || table.ofType() != null, alter, steps);
        sequence(table, column, steps);
        String name = table.name().sql() + "." + Sql.name(column.name());
        if (column.comment() != null) {
            steps.add(Phase.COMMENT, CommentDdl.on("COLUMN " + name, column.comment()));
        }
        GrantDdl.columnGrants(table.name(), column.name(), attributes.grants(), steps);
    }

    /// Writes how a column is stored and measured.
    ///
    /// @param compression whether that is still to be said
    /// @param alter `ALTER … ALTER COLUMN name `
    static void details(
            ColumnAttributes attributes, boolean compression, String alter, Steps steps) {
        if (attributes.storage() != null) {
            String word = attributes.storage().word().toUpperCase(Locale.ROOT);
            steps.add(Phase.COLUMN, alter + "SET STORAGE " + word);
        }
        if (compression && attributes.compression() != null) {
            steps.add(Phase.COLUMN, alter + "SET COMPRESSION " + attributes.compression());
        }
        if (attributes.statisticsTarget() != null) {
            steps.add(Phase.COLUMN, alter + "SET STATISTICS " + attributes.statisticsTarget());
        }
        if (!attributes.options().isEmpty()) {
            steps.add(Phase.COLUMN, alter + "SET (" + Sql.parameters(attributes.options()) + ")");
        }
    }

    /// What a parent brings may differ from what the child has.
    private static void inherited(Column column, String alter, Steps steps) {
        if (column.generated() == null && column.identity() == null) {
            String text = column.defaultExpression().known().map(ArrayCasts::kept).orElse(null);
            boolean none =
                    column.defaultExpression().equals(Reading.absent(Reading.Reason.NONE_KEPT));
            if (text != null || none) {
                steps.add(
                        Phase.DEFAULT,
                        alter + (text == null ? "DROP DEFAULT" : "SET DEFAULT " + text));
            }
        }
        if (!column.nullable() && steps.major() < NAMED_NOT_NULL) {
            steps.add(Phase.DEFAULT, alter + "SET NOT NULL");
        }
    }

    private static @Nullable String notNull(Table table, Column column) {
        Constraint constraint =
                table.constraints().stream()
                        .filter(c -> c.kind() == ConstraintKind.NOT_NULL)
                        .filter(c -> c.columns().contains(column.name()))
                        .findFirst()
                        .orElse(null);
        if (constraint == null) {
            return column.nullable() ? null : "NOT NULL";
        }
        if (!ConstraintDdl.isInline(table, constraint, false)) {
            return null;
        }
        String usual = table.name().name() + "_" + column.name() + "_not_null";
        // The partitions, made before it, may have taken the name that the server would choose.
        boolean unnamed =
                !table.isPartitioned()
                        && constraint.name().equals(usual)
                        && usual.getBytes(StandardCharsets.UTF_8).length <= NAME_BYTES;
        return (unnamed ? "" : "CONSTRAINT " + Sql.name(constraint.name()) + " ")
                + "NOT NULL"
                + (constraint.noInherit() ? " NO INHERIT" : "");
    }

    private static @Nullable String value(
            Table table, Column column, boolean lateDefault, Steps steps) {
        Generated generated = column.generated();
        String what = "expression of " + table.name().display() + "." + column.name();
        if (generated != null) {
            String text = steps.known(generated.expression(), what);
            return text == null
                    ? null
                    : "GENERATED ALWAYS AS ("
                            + text
                            + (generated.stored() ? ") STORED" : ") VIRTUAL");
        }
        Identity identity = column.identity();
        if (identity != null) {
            IdentitySequence sequence = identity.sequence();
            // A partition has its column's identity of its parent.
            return sequence == null
                    ? null
                    : (identity.always() ? "GENERATED ALWAYS" : "GENERATED BY DEFAULT")
                            + " AS IDENTITY"
                            + identityOptions(table, column, sequence);
        }
        String text = steps.known(column.defaultExpression(), what);
        return text == null || lateDefault ? null : "DEFAULT " + text;
    }

    private static String identityOptions(Table table, Column column, IdentitySequence sequence) {
        String usual = table.name().name() + "_" + column.name() + "_seq";
        SequenceParameters parameters = sequence.parameters();
        String counting = SequenceDdl.counting(parameters);
        String name =
                sequence.name().name().equals(usual)
                                && usual.getBytes(StandardCharsets.UTF_8).length <= NAME_BYTES
                        ? ""
                        : "SEQUENCE NAME " + sequence.name().sql();
        String options = (name + counting).strip();
        return options.isEmpty() ? "" : " (" + options + ")";
    }

    private static void sequence(Table table, Column column, Steps steps) {
        Identity identity = column.identity();
        IdentitySequence sequence = identity == null ? null : identity.sequence();
        if (sequence == null) {
            return;
        }
        if (steps.major() >= UNLOGGED_SEQUENCES
                && sequence.unlogged() != table.storage().unlogged()) {
            steps.add(
                    Phase.COLUMN,
                    "ALTER SEQUENCE "
                            + sequence.name().sql()
                            + (sequence.unlogged() ? " SET UNLOGGED" : " SET LOGGED"));
        }
        String named = "SEQUENCE " + sequence.name().sql();
        GrantDdl.grants(named, table.facts().owner(), sequence.grants(), steps);
        if (sequence.comment() != null) {
            steps.add(Phase.COMMENT, CommentDdl.on(named, sequence.comment()));
        }
    }
}
