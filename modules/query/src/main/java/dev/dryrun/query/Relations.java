package dev.dryrun.query;

import dev.dryrun.catalog.Resolution;
import dev.dryrun.model.Certainty;
import dev.dryrun.model.Column;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Relation;
import dev.dryrun.model.Table;
import dev.dryrun.model.View;
import dev.dryrun.pgquery.tree.Alias;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.query.Session.Lookup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the relations that statements name, and words what the server says of one that is not
/// there.
final class Relations {

    private final Session session;
    private final Errors errors;
    private final Resolved resolved;

    Relations(Session session, Errors errors, Resolved resolved) {
        this.session = session;
        this.errors = errors;
        this.resolved = resolved;
    }

    /// Finds a relation that is written to, or read and no name of WITH.
    Item open(RangeVar range) {
        return resolved.item(range, found(range));
    }

    private Item found(RangeVar range) {
        String name = range.relname();
        String schema = range.schemaname();
        Alias alias = range.alias();
        if (range.catalogname() != null) {
            return Item.open(visibleName(range));
        }
        return switch (session.relation(schema, name)) {
            case Lookup.Known(Relation relation, _) ->
                    new Item(
                            visibleName(range),
                            relation,
                            alias != null,
                            renamed(columns(relation), alias));
            case Lookup.BuiltIn(List<Col> columns, boolean table) ->
                    new Item(
                            visibleName(range),
                            null,
                            alias != null,
                            renamed(columns, alias),
                            table ? Item.Form.SYSTEM_TABLE : Item.Form.ROWS);
            case Lookup.Unknown() -> new Item(visibleName(range), null, alias != null, null);
            case Lookup.Missing(Resolution.Missing why) -> {
                missing(range, schema, name, why);
                yield Item.open(visibleName(range));
            }
        };
    }

    private List<Col> columns(Relation relation) {
        List<Col> columns = new ArrayList<>();
        switch (relation) {
            case Table table -> {
                for (Column column : table.columns()) {
                    columns.add(Col.of(column.name(), session.value(column.type())));
                }
            }
            case View view -> {
                for (View.ViewColumn column : view.columns()) {
                    columns.add(Col.of(column.name(), session.value(column.type())));
                }
            }
        }
        return columns;
    }

    static String visibleName(RangeVar range) {
        Alias alias = range.alias();
        return alias == null ? range.relname() : alias.aliasname();
    }

    /// `t AS a (x, y)` renames the first columns.
    ///
    /// @param columns null when they are not known; then so are they renamed
    @Nullable List<Col> renamed(@Nullable List<Col> columns, @Nullable Alias alias) {
        List<String> names = alias == null ? List.of() : StringNode.texts(alias.colnames());
        if (columns == null || names.isEmpty() || alias == null) {
            return columns;
        }
        if (names.size() > columns.size()) {
            errors.add(
                    -1,
                    "42P10",
                    "table \"%s\" has %d columns available but %d columns specified"
                            .formatted(alias.aliasname(), columns.size(), names.size()),
                    null,
                    Certainty.CERTAIN);
            return null;
        }
        List<Col> renamed = new ArrayList<>(columns);
        for (int i = 0; i < names.size(); i++) {
            renamed.set(i, columns.get(i).named(names.get(i)));
        }
        return renamed;
    }

    private void missing(
            RangeVar range, @Nullable String schema, String name, Resolution.Missing why) {
        String written = schema == null ? name : schema + "." + name;
        boolean otherPath = schema == null && !why.elsewhere().isEmpty();
        errors.add(
                range.location(),
                "42P01",
                "relation \"" + written + "\" does not exist",
                otherPath
                        ? "search_path does not reach it: write " + listed(why.elsewhere())
                        : meant(why),
                otherPath ? Certainty.LIKELY : Certainty.CERTAIN,
                repair(range.location(), schema, name, why));
    }

    private static @Nullable Repair repair(
            int location, @Nullable String schema, String name, Resolution.Missing why) {
        int parts = schema == null ? 1 : 2;
        List<QualifiedName> candidates = why.elsewhere();
        if (candidates.isEmpty()) {
            String near = Repair.only(name, why.near().stream().map(QualifiedName::name).toList());
            candidates = why.near().stream().filter(one -> one.name().equals(near)).toList();
        }
        if (candidates.size() != 1) {
            return null;
        }
        QualifiedName one = candidates.getFirst();
        List<String> to =
                parts == 1 && one.schema().equals("public")
                        ? List.of(one.name())
                        : List.of(one.schema(), one.name());
        return new Repair(Repair.TABLE, location, 0, parts, to);
    }

    private static @Nullable String meant(Resolution.Missing why) {
        List<QualifiedName> near = why.elsewhere().isEmpty() ? why.near() : why.elsewhere();
        return near.isEmpty() ? null : "did you mean " + listed(near) + "?";
    }

    static String listed(List<QualifiedName> names) {
        return String.join(" or ", names.stream().map(QualifiedName::sql).toList());
    }
}
