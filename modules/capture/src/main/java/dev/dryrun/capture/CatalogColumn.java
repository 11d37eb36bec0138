package dev.dryrun.capture;

import dev.dryrun.model.Column;
import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.View.ViewColumn;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A column as the catalogue has it, with what its constraints and indexes need to know of it.
///
/// @param position `attnum`
/// @param name `attname`
/// @param type as SQL writes it
/// @param baseType the oid of its type, or of what that is a domain over
/// @param collation its oid; 0 when there is none
/// @param notNull `attnotnull`
/// @param constraint what its NOT NULL is since PostgreSQL 18; null when there is none
/// @param expression the oid of its default or generation expression; 0 when there is none
/// @param identity `a`, `d`, or empty
/// @param generated `s`, `v`, or empty
/// @param attributes the rest
/// @param comment null when there is none
record CatalogColumn(
        int position,
        String name,
        String type,
        long baseType,
        long collation,
        boolean notNull,
        @Nullable Constraint constraint,
        long expression,
        String identity,
        String generated,
        ColumnAttributes attributes,
        @Nullable String comment) {

    static CatalogColumn read(Rows row) throws SQLException {
        int position = row.whole("position");
        String name = row.text("name");
        return new CatalogColumn(
                position,
                name,
                row.text("type"),
                row.oid("base_type"),
                row.oid("collation"),
                row.flag("not_null"),
                ConstraintReader.notNull(row, name),
                row.oid("expression_oid"),
                Objects.requireNonNullElse(row.textOrNull("identity"), ""),
                Objects.requireNonNullElse(row.textOrNull("generated"), ""),
                attributes(row),
                row.textOrNull("comment"));
    }

    Column toColumn(
            Deparsed<String> expressions, Map<Integer, Column.IdentitySequence> identities) {
        boolean computed = !generated.isEmpty();
        return new Column(
                name,
                type,
                !notNull,
                expressions.ofOptional(!computed && expression != 0, expression),
                identity.isEmpty()
                        ? null
                        : new Column.Identity(identity.equals("a"), identities.get(position)),
                computed
                        ? new Column.Generated(expressions.of(expression), generated.equals("s"))
                        : null,
                attributes,
                comment);
    }

    ViewColumn toViewColumn(Deparsed<String> expressions) {
        return new ViewColumn(
                name,
                type,
                expressions.ofOptional(expression != 0, expression),
                attributes,
                comment);
    }

    private static ColumnAttributes attributes(Rows row) throws SQLException {
        if (row.flag("plain")) {
            return ColumnAttributes.NONE;
        }
        ColumnAttributes attributes =
                new ColumnAttributes(
                        row.nameOrNull("collation_schema", "collation_name"),
                        storage(row.textOrNull("storage")),
                        row.textOrNull("compression"),
                        row.wholeOrNull("statistics_target"),
                        Options.of(row, "options"),
                        Options.foreign(row, "foreign_options"),
                        row.textOrNull("local") == null,
                        row.whole("parents"),
                        Options.grants(row, "grants"));
        return attributes.equals(ColumnAttributes.NONE) ? ColumnAttributes.NONE : attributes;
    }

    private static ColumnAttributes.@Nullable Storage storage(@Nullable String letter)
            throws SQLException {
        return switch (letter) {
            case null -> null;
            case "p" -> ColumnAttributes.Storage.PLAIN;
            case "e" -> ColumnAttributes.Storage.EXTERNAL;
            case "x" -> ColumnAttributes.Storage.EXTENDED;
            case "m" -> ColumnAttributes.Storage.MAIN;
            default -> throw new SQLException("unknown storage of a column: " + letter);
        };
    }
}
