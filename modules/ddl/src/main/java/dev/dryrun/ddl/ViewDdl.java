package dev.dryrun.ddl;

import dev.dryrun.model.ColumnAttributes;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.View;
import dev.dryrun.model.View.Materialized;
import dev.dryrun.model.View.ViewColumn;
import java.util.stream.Collectors;

/// Renders views and materialised views.
final class ViewDdl {

    private ViewDdl() {}

    /// Writes the view with all that belongs to it.
    ///
    /// @param view what to write
    /// @param early whether something that the query needs needs the view: then it is made without
    ///   its query, which comes later
    /// @param steps takes the statements
    static void render(View view, boolean early, Steps steps) {
        String what = "view " + view.name().display();
        String query = steps.known(view.definition(), what);
        if (query == null) {
            return;
        }
        Materialized kept = view.materialized();
        if (kept != null) {
            steps.add(
                    Phase.CREATE,
                    "CREATE MATERIALIZED VIEW "
                            + view.name().sql()
                            + TableDdl.storage(kept.storage())
                            + "\nAS "
                            + query
                            + "\nWITH NO DATA");
            IndexDdl.render(view, kept.indexes(), false, steps);
            PartDdl.statistics(view.name(), kept.statistics(), steps);
            if (kept.populated()) {
                steps.add(Phase.REFRESH, "REFRESH MATERIALIZED VIEW " + view.name().sql());
            }
        } else {
            String name = view.name().sql() + options(view);
            if (early) {
                steps.add(Phase.CREATE, "CREATE VIEW " + view.name().sql() + " AS " + empty(view));
            }
            steps.add(
                    early ? Phase.REPLACE_VIEW : Phase.CREATE,
                    (early ? "CREATE OR REPLACE VIEW " : "CREATE VIEW ") + name + " AS\n" + query);
        }
        view.columns().forEach(column -> column(view, column, steps));
        PartDdl.rules(view, view.rules(), steps);
        PartDdl.triggers(view, view.triggers(), steps);
        FactsDdl.render(view, steps);
    }

    /// {@return a query that gives the view's columns, and needs nothing but their types}
    private static String empty(View view) {
        return "SELECT "
                + view.columns().stream()
                        .map(column -> {
                            QualifiedName collation = column.attributes().collation();
                            return "NULL::"
                                    + column.type()
                                    + (collation == null ? "" : " COLLATE " + Sql.bare(collation))
                                    + " AS "
                                    + Sql.name(column.name());
                        })
                        .collect(Collectors.joining(", "));
    }

    private static String options(View view) {
        return view.options().isEmpty() ? "" : " WITH (" + Sql.parameters(view.options()) + ")";
    }

    private static void column(View view, ViewColumn column, Steps steps) {
        boolean kept = view.isMaterialized();
        String alter =
                "ALTER "
                        + ObjectName.of(view).sql()
                        + " ALTER COLUMN "
                        + Sql.name(column.name())
                        + " ";
        String name = view.name().sql() + "." + Sql.name(column.name());
        String value = steps.known(column.defaultExpression(), "default of " + name);
        if (value != null) {
            steps.add(Phase.DEFAULT, alter + "SET DEFAULT " + value);
        }
        ColumnAttributes attributes = column.attributes();
        if (kept) {
            ColumnDdl.details(attributes, true, alter, steps);
        }
        if (column.comment() != null) {
            steps.add(Phase.COMMENT, CommentDdl.on("COLUMN " + name, column.comment()));
        }
        GrantDdl.columnGrants(view.name(), column.name(), attributes.grants(), steps);
    }
}
