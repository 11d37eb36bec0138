package dev.dryrun.capture;

import dev.dryrun.model.SchemaObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/// Reads tables, foreign tables, views, materialised views and sequences with all that lives under
/// them.
///
/// What must be deparsed is read first, into memory. The rest are queries over all relations,
/// joined here as they stream in.
record RelationReader(Connection connection) {

    void read(Consumer<? super SchemaObject> consumer) throws SQLException {
        Deparser deparser = new Deparser(connection);
        RelationTexts texts = RelationTexts.read(connection, deparser);
        try (OwnedRows rows = new OwnedRows(connection);
                FactsReader facts = new FactsReader(connection, "pg_class");
                Rows relations = new CatalogQuery("relations").run(connection)) {
            RelationMaker maker = new RelationMaker(rows, texts, facts);
            while (relations.next()) {
                SchemaObject made = maker.make(relations);
                if (made != null) {
                    consumer.accept(made);
                }
            }
        }
    }
}
