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
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postgresql.PGConnection;

/// One of the `.sql` resources of this module, run over one connection.
///
/// A line that ends in `-- since 16` is left out on servers older than that.
///
/// @param name the resource without its suffix
record CatalogQuery(String name) {

    /// Rows fetched at a time: enough to keep round trips rare, few enough to keep memory flat.
    private static final int FETCH_ROWS = 2_000;

    private static final Pattern MAJOR = Pattern.compile("\\d+");
    private static final Pattern VERSIONS = Pattern.compile("-- (since|until) (\\d+)$");

    /// {@return the rows, fetched as they are asked for}
    ///
    /// @param connection in a transaction
    /// @param parameters for the query's question marks, of whatever type stands there
    Rows run(Connection connection, String... parameters) throws SQLException {
        return run(connection, sql(connection), List.of(parameters));
    }

    /// {@return the rows, fetched as they are asked for}
    ///
    /// @param connection in a transaction
    /// @param oids for every question mark of the query, an array of them
    Rows run(Connection connection, Collection<Long> oids) throws SQLException {
        String sql = sql(connection);
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 1; i <= marks(sql); i++) {
            statement.setArray(i, connection.createArrayOf("bigint", oids.toArray()));
        }
        return rows(statement);
    }

    /// {@return the rows, fetched as they are asked for}
    ///
    /// @param connection in a transaction
    /// @param schema an extension's, quoted as SQL, for every `@extschema@` of the query
    Rows runIn(Connection connection, String schema) throws SQLException {
        return rows(connection.prepareStatement(sql(connection).replace("@extschema@", schema)));
    }

    /// {@return the rows, fetched as they are asked for}
    ///
    /// @param connection in a transaction
    /// @param source for the `@statistics@` of the query: something that has the columns of
    ///   pg_stats
    Rows runOver(Connection connection, String source) throws SQLException {
        return rows(connection.prepareStatement(sql(connection).replace("@statistics@", source)));
    }

    /// {@return the rows, fetched as they are asked for}
    ///
    /// @param connection in a transaction
    /// @param parameter for every question mark of the query
    Rows runWith(Connection connection, String parameter) throws SQLException {
        String sql = sql(connection);
        return run(connection, sql, Collections.nCopies(marks(sql), parameter));
    }

    private static int marks(String sql) {
        return Math.toIntExact(sql.chars().filter(c -> c == '?').count());
    }

    private static Rows run(Connection connection, String sql, List<String> parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i), Types.OTHER);
        }
        return rows(statement);
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

    /// A line that ends in `-- since 15` is for servers from that major version on, one that ends
    /// in `-- until 14` for those up to it.
    private String sql(Connection connection) throws SQLException {
        int major = major(connection);
        return text().lines()
                .filter(line -> !line.contains(" -- ") || isFor(major, line))
                .collect(Collectors.joining("\n"));
    }

    /// {@return the major version that the server reported when it was connected to}
    private static int major(Connection connection) throws SQLException {
        PGConnection server = connection.unwrap(PGConnection.class);
        String version = server.getParameterStatus("server_version");
        Matcher number = MAJOR.matcher(String.valueOf(version));
        if (!number.lookingAt()) {
            throw new SQLException("the server says no version: " + version, "08P01");
        }
        return Integer.parseInt(number.group());
    }

    /// Only a line with a remark at its end can be for some versions; there are thousands of lines.
    private static boolean isFor(int major, String line) {
        Matcher versions = VERSIONS.matcher(line);
        if (!versions.find()) {
            return true;
        }
        int bound = Integer.parseInt(versions.group(2));
        return versions.group(1).equals("since") ? major >= bound : major <= bound;
    }

    /// {@return the query as the resource has it}
    String text() {
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
