package dev.dryrun.query;

import dev.dryrun.catalog.Resolution;
import dev.dryrun.model.Certainty;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.pgquery.Node;
import dev.dryrun.query.Session.Lookup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Checks one name at a time, and words what the server says of one that is not there.
final class References {

    /// Stands among the names of a statement's items for one that may have any name.
    static final String ANY_ITEM = "*";

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";

    private final Session session;
    private final Errors errors;
    private Set<String> namesOfItems = Set.of(ANY_ITEM);

    References(Session session, Errors errors) {
        this.session = session;
        this.errors = errors;
    }

    /// Takes the names that items of the whole statement go by.
    void learnNames(Set<String> names) {
        namesOfItems = names;
    }

    /// Checks a relation that is read.
    Source relation(Node range, Ctes ctes) {
        String name = range.text("relname");
        boolean plain = range.text("schemaname") == null && range.text("catalogname") == null;
        return name != null && plain && ctes.has(name)
                ? Source.unknown(visibleName(range))
                : target(range);
    }

    /// Checks a relation that is written to; WITH never names one.
    Source target(Node range) {
        String name = range.text("relname");
        String schema = range.text("schemaname");
        if (name == null || range.text("catalogname") != null) {
            return Source.unknown(visibleName(range));
        }
        return switch (session.relation(schema, name)) {
            case Lookup.Known(SchemaObject relation, List<String> columns) ->
                    new Source(
                            visibleName(range),
                            range.child("alias") == null ? relation.name() : null,
                            renamed(columns, range.child("alias")));
            case Lookup.Unknown() -> Source.unknown(visibleName(range));
            case Lookup.Missing(Resolution.Missing why) -> {
                missing(range, schema, name, why);
                yield Source.unknown(visibleName(range));
            }
        };
    }

    private static String visibleName(Node range) {
        Node alias = range.child("alias");
        String name = alias == null ? range.text("relname") : alias.text("aliasname");
        return name == null ? "" : name;
    }

    /// `t AS a (x, y)` renames the first columns.
    private static List<String> renamed(List<String> columns, @Nullable Node alias) {
        List<String> names = alias == null ? List.of() : alias.names("colnames");
        List<String> renamed = new ArrayList<>(columns);
        for (int i = 0; i < Math.min(names.size(), columns.size()); i++) {
            renamed.set(i, names.get(i));
        }
        return renamed;
    }

    private void missing(Node range, @Nullable String schema, String name, Resolution.Missing why) {
        String written = schema == null ? name : schema + "." + name;
        boolean otherPath = schema == null && !why.elsewhere().isEmpty();
        errors.add(
                range.location(),
                UNDEFINED_TABLE,
                "relation \"" + written + "\" does not exist",
                otherPath
                        ? "search_path does not reach it: write " + listed(why.elsewhere())
                        : meant(why),
                otherPath ? Certainty.LIKELY : Certainty.CERTAIN);
    }

    private static @Nullable String meant(Resolution.Missing why) {
        List<QualifiedName> near = why.elsewhere().isEmpty() ? why.near() : why.elsewhere();
        return near.isEmpty() ? null : "did you mean " + listed(near) + "?";
    }

    static String listed(List<QualifiedName> names) {
        return String.join(" or ", names.stream().map(QualifiedName::sql).toList());
    }

    /// Checks a reference to a column, a row or all columns of an item.
    void column(Node reference, Scope scope) {
        List<String> names = reference.names("fields");
        boolean star =
                reference.children("fields").stream().anyMatch(f -> f.kind().equals("A_Star"));
        switch (names.size()) {
            case 1 -> {
                if (star) {
                    item(reference, names.getFirst(), scope);
                } else {
                    unqualified(reference, names.getFirst(), scope);
                }
            }
            case 2 -> {
                if (!star && item(reference, names.getFirst(), scope)) {
                    qualified(
                            reference,
                            names.getLast(),
                            names.getFirst(),
                            scope.named(names.getFirst()));
                }
            }
            case 3 -> {
                if (!star) {
                    QualifiedName relation = new QualifiedName(names.get(0), names.get(1));
                    List<Source> sources =
                            scope.visible()
                                    .filter(source -> relation.equals(source.relation()))
                                    .toList();
                    qualified(reference, names.getLast(), names.get(1), sources);
                }
            }
            default -> {}
        }
    }

    /// {@return whether an item of this name can be seen}
    private boolean item(Node reference, String name, Scope scope) {
        if (!scope.named(name).isEmpty()) {
            return true;
        }
        if (!namesOfItems.contains(name) && !namesOfItems.contains(ANY_ITEM)) {
            List<String> items = scope.visible().map(Source::name).toList();
            errors.add(
                    reference.location(),
                    UNDEFINED_TABLE,
                    "missing FROM-clause entry for table \"" + name + "\"",
                    Nearest.one(name, items).map(near -> "did you mean " + near + "?").orElse(null),
                    Certainty.CERTAIN);
        }
        return false;
    }

    /// A function that takes the row could stand as `t.f` too.
    private void qualified(Node reference, String column, String item, List<Source> sources) {
        boolean mayBe =
                sources.isEmpty()
                        || sources.stream().anyMatch(source -> source.mayHave(column))
                        || session.mayBeFunction(column);
        if (!mayBe) {
            errors.add(
                    reference.location(),
                    UNDEFINED_COLUMN,
                    "column " + item + "." + column + " does not exist",
                    meant(column, sources),
                    Certainty.LIKELY);
        }
    }

    private void unqualified(Node reference, String column, Scope scope) {
        if (!scope.mayHave(column)) {
            errors.add(
                    reference.location(),
                    UNDEFINED_COLUMN,
                    "column \"" + column + "\" does not exist",
                    meant(column, scope.visible().toList()),
                    Certainty.CERTAIN);
        }
    }

    /// Checks the column that an assignment of INSERT or UPDATE names.
    void assigned(Node assignment, Node range, Source target) {
        String column = assignment.text("name");
        if (column != null && !target.mayHave(column)) {
            errors.add(
                    assignment.location(),
                    UNDEFINED_COLUMN,
                    "column \""
                            + column
                            + "\" of relation \""
                            + range.text("relname")
                            + "\" does not exist",
                    meant(column, List.of(target)),
                    Certainty.CERTAIN);
        }
    }

    private static @Nullable String meant(String column, List<Source> sources) {
        List<String> known = new ArrayList<>();
        for (Source source : sources) {
            if (source.columns() != null) {
                known.addAll(source.columns());
            }
        }
        return Nearest.one(column, known).map(near -> "did you mean " + near + "?").orElse(null);
    }
}
