package dev.dryrun.query;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import dev.dryrun.testkit.RealSchema;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A real server and a capture of what is on it, both asked about the same statement. One thread at
/// a time.
final class Oracle implements AutoCloseable {

    static final String PREPARE = "PREPARE oracle AS ";

    private static final Pattern POSITION = Pattern.compile("Position: (\\d+)");
    private static final Pattern PRIMARY = Pattern.compile("ERROR: (.*)");

    private final CapturedDatabase captured;
    private final Catalog catalog;
    private final Connection server;
    private final QueryCheck check;

    /// What a server, or we, say against a statement.
    ///
    /// @param position in characters from one; 0 for none
    record Objection(String sqlstate, String message, int position) {}

    private Oracle(CapturedDatabase captured, PostgresVersion version) throws SQLException {
        this.captured = captured;
        this.catalog = captured.open();
        this.server = PostgresServer.shared(version).connect(database(captured), "postgres", null);
        this.server.setAutoCommit(false);
        this.check = new QueryCheck(PgQuery.load(), catalog);
    }

    /// Makes a database and captures it.
    static Oracle of(PostgresVersion version, String schema) throws SQLException {
        return new Oracle(CapturedDatabase.of(version, schema), version);
    }

    /// Makes a database with a schema that others made and captures it.
    static Oracle of(PostgresVersion version, RealSchema schema) throws SQLException {
        PostgresServer server = PostgresServer.shared(version);
        CapturedDatabase captured = CapturedDatabase.of(version, "SELECT 1");
        String made = schema.load(server);
        String database = database(captured);
        server.execute("postgres", "DROP DATABASE " + database);
        server.execute("postgres", "ALTER DATABASE " + made + " RENAME TO " + database);
        captured.execute("GRANT USAGE ON SCHEMA public TO public");
        captured.capture();
        return new Oracle(captured, version);
    }

    static String database(CapturedDatabase captured) {
        return captured.url().substring(captured.url().lastIndexOf('/') + 1);
    }

    /// {@return what the server says when it prepares a statement; null when nothing}
    @Nullable Objection ofServer(String statement) throws SQLException {
        return ofServer(PREPARE, statement);
    }

    /// {@return what the server says of a statement behind some words; null when nothing}
    @Nullable Objection ofServer(String prefix, String statement) throws SQLException {
        try (Statement run = server.createStatement()) {
            run.setEscapeProcessing(false);
            run.execute(prefix + statement);
            run.execute("DEALLOCATE ALL");
            return null;
        } catch (SQLException e) {
            String text = String.valueOf(e.getMessage());
            Matcher position = POSITION.matcher(text);
            Matcher message = PRIMARY.matcher(text);
            return new Objection(
                    String.valueOf(e.getSQLState()),
                    message.find() ? message.group(1) : text,
                    position.find() ? Integer.parseInt(position.group(1)) - prefix.length() : 0);
        } finally {
            server.rollback();
        }
    }

    /// {@return what says our part}
    QueryCheck check() {
        return check;
    }

    /// {@return the connection to the server, in a transaction that is rolled back after each
    /// question}
    Connection connection() {
        return server;
    }

    /// {@return what a query on the server gives, by rows; null is written as an empty text}
    List<List<String>> rows(String query) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        try (Statement run = server.createStatement();
                ResultSet rows = run.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(Objects.requireNonNullElse(rows.getString(i), ""));
                }
                all.add(row);
            }
        } finally {
            server.rollback();
        }
        return all;
    }

    /// {@return `name/arguments` of each function that the server has, as it may be called}
    Set<String> signatures() throws SQLException {
        Set<String> all = new HashSet<>();
        try (Statement run = server.createStatement();
                ResultSet rows =
                        run.executeQuery(
                                "SELECT DISTINCT proname || '/' || n FROM pg_proc,"
                                        + " generate_series(pronargs - pronargdefaults,"
                                        + " CASE provariadic WHEN 0 THEN pronargs"
                                        + " ELSE 20 END) n")) {
            while (rows.next()) {
                all.add(rows.getString(1));
            }
        }
        server.rollback();
        return all;
    }

    /// {@return our first error; null when there is none}
    @Nullable Objection ofCheck(String statement) {
        List<SqlError> errors =
                check.check(statement).stream()
                        .flatMap(verdict -> verdict.errors().stream())
                        .toList();
        if (errors.isEmpty()) {
            return null;
        }
        SqlError first = errors.getFirst();
        SqlPlace place = first.place();
        return new Objection(
                first.sqlstate(), first.message(), place == null ? 0 : place.position());
    }

    @Override
    public void close() throws SQLException {
        server.close();
        catalog.close();
        captured.close();
    }
}
