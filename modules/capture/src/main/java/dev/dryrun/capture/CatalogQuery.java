package dev.dryrun.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;

/// One of the `.sql` resources of this module, run over one connection.
///
/// @param name the resource without its suffix
record CatalogQuery(String name) {

    /// Rows fetched at a time: enough to keep round trips rare, few enough to keep memory flat.
    private static final int FETCH_ROWS = 2_000;

    /// {@return the rows, fetched as they are asked for}
    Rows run(Connection connection) throws SQLException {
        return rows(connection.prepareStatement(sql()));
    }

    /// {@return the rows, fetched as they are asked for}
    ///
    /// @param oids the query's only parameter, an array of them
    Rows run(Connection connection, Collection<Long> oids) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql());
        statement.setArray(1, connection.createArrayOf("bigint", oids.toArray()));
        return rows(statement);
    }

    /// {@return the rows, fetched as they are asked for}
    ///
    /// @param schema an extension's, quoted as SQL, for every `@extschema@` of the query
    Rows runIn(Connection connection, String schema) throws SQLException {
        return rows(connection.prepareStatement(sql().replace("@extschema@", schema)));
    }

    private static Rows rows(PreparedStatement statement) throws SQLException {
        try {
            statement.setFetchSize(FETCH_ROWS);
            ResultSet rows = statement.executeQuery();
            return new Rows(statement, rows);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private String sql() {
        try (InputStream in = CatalogQuery.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException(name + ".sql is not in the module");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
