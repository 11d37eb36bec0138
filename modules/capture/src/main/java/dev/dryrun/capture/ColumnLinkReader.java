package dev.dryrun.capture;

import dev.dryrun.model.ColumnLinks;
import dev.dryrun.model.ColumnName;
import dev.dryrun.model.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;

/// Reads which columns there are, and where values of one are found in another.
record ColumnLinkReader(Connection connection) {

    void read(ColumnLinks links) throws SQLException {
        readColumns(links);
        readOthers(links);
    }

    private void readColumns(ColumnLinks links) throws SQLException {
        try (Rows row = new CatalogQuery("column_names").run(connection)) {
            while (row.next()) {
                links.column(column(row), row.text("type"));
            }
        }
        try (Rows row = new CatalogQuery("column_flows").run(connection)) {
            while (row.next()) {
                links.flows(
                        column(row),
                        new ColumnName(
                                new QualifiedName(row.text("to_schema"), row.text("to_relation")),
                                row.text("to_name")));
            }
        }
        try (Rows row = new CatalogQuery("columns_read").run(connection)) {
            while (row.next()) {
                links.reads(
                        new QualifiedName(row.text("view_schema"), row.text("view")), column(row));
            }
        }
        try (Rows row = new CatalogQuery("partition_columns").run(connection)) {
            while (row.next()) {
                links.divides(column(row));
            }
        }
    }

    private void readOthers(ColumnLinks links) throws SQLException {
        try (Rows row = new CatalogQuery("made_types").run(connection)) {
            while (row.next()) {
                QualifiedName type = new QualifiedName(row.text("schema"), row.text("name"));
                links.type(type, row.textsIfAny("parts"));
                if (row.flag("lists_values")) {
                    links.lists(type);
                }
            }
        }
        try (Rows row = new CatalogQuery("serving_functions").run(connection)) {
            while (row.next()) {
                links.serves(
                        new QualifiedName(row.text("function_schema"), row.text("function")),
                        new QualifiedName(row.text("schema"), row.text("relation")));
            }
        }
    }

    private static ColumnName column(Rows row) throws SQLException {
        return new ColumnName(
                new QualifiedName(row.text("schema"), row.text("relation")), row.text("name"));
    }
}
