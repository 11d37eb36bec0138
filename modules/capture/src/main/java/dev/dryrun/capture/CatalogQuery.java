package dev.dryrun.capture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.Collection;

/// One of the `.sql` resources of this module, run over one connection.
///
/// A line that ends in `-- since 16` is left out on servers older than that.
///
/// @param name the resource without its suffix
record CatalogQuery(String name) {

    /// Rows fetched at a time: enough to keep round trips rare, few enough to keep memory flat.
    private static final int FETCH_ROWS = 2_000;

    private static final Pattern SINCE = Pattern.compile("-- since (\\d+)$");

    /// {@return the rows, fetched as they are asked for}
    ///
    /// @param connection in a transaction
    /// @param parameters for the query's question marks, of whatever type stands there
    Rows run(Connection connection, String... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql(connection));
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i], Types.OTHER);
        }
        return rows(statement);
    }

    /// {@return the rows, fetched as they are asked for}
    ///
    /// @param connection in a transaction
    /// @param oids the query's only parameter, an array of them
    Rows run(Connection connection, Collection<Long> oids) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql(connection));
        statement.setArray(1, connection.createArrayOf("bigint", oids.toArray()));
        return rows(statement);
    }

    /// {@return the rows, fetched as they are asked for}
    ///
    /// @param connection in a transaction
    /// @param schema an extension's, quoted as SQL, for every `@extschema@` of the query
    Rows runIn(Connection connection, String schema) throws SQLException {
        return rows(
                connection.prepareStatement(sql(connection).replace("@extschema@", schema)));
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

    private String sql(Connection connection) throws SQLException {
        return sql(connection.getMetaData().getDatabaseMajorVersion());
    }

    private String sql(int major) {
        try (InputStream in = CatalogQuery.class.getResourceAsStream(name + ".sql")) {
            if (in == null) {
                throw new IllegalStateException(name + ".sql is not in the module");
            }
            String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return sql.lines()
                    .filter(line -> since(line) <= major)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int since(String line) {
        Matcher matcher = SINCE.matcher(line);
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }
}
