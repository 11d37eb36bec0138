package dev.dryrun.capture;

import dev.dryrun.model.EnumType;
import dev.dryrun.model.QualifiedName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;

/// Reads enumerated types.
record EnumReader(Connection connection) {

    void read(Consumer<? super EnumType> consumer) throws SQLException {
        try (Rows enums = new CatalogQuery("enums").run(connection);
                FactsReader facts = new FactsReader(connection, "pg_type")) {
            while (enums.next()) {
                consumer.accept(
                        new EnumType(
                                new QualifiedName(enums.text("schema"), enums.text("name")),
                                enums.texts("labels"),
                                facts.take(enums)));
            }
        }
    }
}
