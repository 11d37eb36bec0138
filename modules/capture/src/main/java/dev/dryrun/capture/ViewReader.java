package dev.dryrun.capture;

import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.View;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/// Reads views and materialised views.
record ViewReader(Connection connection) {

    void read(Consumer<? super View> consumer) throws SQLException {
        try (Rows views = new CatalogQuery("views").run(connection);
                RowsByOwner<View.ViewColumn> columns =
                        new RowsByOwner<>(
                                new CatalogQuery("columns").run(connection), ViewReader::column);
                FactsReader facts = FactsReader.open(connection, "pg_class")) {
            while (views.next()) {
                consumer.accept(
                        new View(
                                new QualifiedName(views.text("schema"), views.text("name")),
                                views.flag("materialized"),
                                columns.take(views.oid()),
                                query(views.text("definition")),
                                facts.take(views)));
            }
        }
    }

    private static View.ViewColumn column(Rows row) throws SQLException {
        return new View.ViewColumn(row.text("name"), row.text("type"), row.textOrNull("comment"));
    }

    private static String query(String definition) {
        String text = definition.strip();
        return text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    }
}
