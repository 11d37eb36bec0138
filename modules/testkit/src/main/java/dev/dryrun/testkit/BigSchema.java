package dev.dryrun.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// A database with many tables, to measure a capture on: ten columns and two indexes a table, a
/// foreign key for every second, a function for every second, a check for every fourth; every tenth
/// is filled with 200 rows and analysed. The server makes it by itself, always the same.
///
/// @param tables how many, at least 1
public record BigSchema(int tables) {

    public BigSchema {
        if (tables < 1) {
            throw new IllegalArgumentException("tables: " + tables);
        }
    }

    /// {@return how many columns its tables have together}
    public int columns() {
        return 10 * tables;
    }

    /// {@return how many indexes its tables have together, those of primary keys among them}
    public int indexes() {
        return 2 * tables;
    }

    /// {@return how many functions it has}
    public int functions() {
        return tables / 2;
    }

    /// {@return how many of its tables hold rows and have statistics}
    public int filledTables() {
        return (tables + 9) / 10;
    }

    /// Makes the database.
    ///
    /// @param server where
    /// @param database its name; it must not exist yet
    public void create(PostgresServer server, String database) {
        server.createDatabase(database);
        server.execute(database, statement());
    }

    private String statement() {
        try (InputStream sql = BigSchema.class.getResourceAsStream("big-schema.sql")) {
            if (sql == null) {
                throw new IllegalStateException("big-schema.sql is not beside its class");
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("$TABLES", Integer.toString(tables));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
