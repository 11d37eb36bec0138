package dev.dryrun.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.SqlError;
import dev.dryrun.model.SqlPlace;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Real servers say of each statement what we should have said: each is PREPAREd there, and checked
/// here against a capture of the same schema.
final class OracleTest {

    private static final String PREPARE = "PREPARE oracle AS ";
    private static final String DEFINITIONS = "definitions.sql";

    /// How many of them only name types and functions that are there, or cannot be judged.
    private static final int DEFINITIONS_ACCEPTED = 14;

    private static final Pattern POSITION = Pattern.compile("Position: (\\d+)");
    private static final Pattern PRIMARY = Pattern.compile("ERROR: (.*)");

    /// What a server, or we, say against a statement.
    private record Objection(String sqlstate, String message, int position) {}

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void noValidStatementIsRejectedAndTheServersErrorsAreNamedAsItNamesThem(PostgresVersion version)
            throws IOException, SQLException {
        List<String> wrong = new ArrayList<>();
        int claimed = 0;
        try (CapturedDatabase captured = CapturedDatabase.of(version, file("schema.sql"));
                Catalog catalog = captured.open();
                Connection server = connect(version, captured)) {
            QueryCheck check = new QueryCheck(PgQuery.load(), catalog);
            for (String name : List.of("valid.sql", "names.sql", "other.sql")) {
                for (String statement : statements(name)) {
                    @Nullable Objection theirs = ofServer(server, PREPARE, statement);
                    @Nullable Objection ours = ofCheck(check, statement);
                    claimed += ours == null ? 0 : 1;
                    if (!agree(name, ours, theirs)) {
                        wrong.add(
                                "%s%n  server: %s%n  we:     %s"
                                        .formatted(statement, theirs, ours));
                    }
                }
            }
        }
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        assertThat(claimed).isGreaterThanOrEqualTo(statements("names.sql").size());
    }

    /// Statements that cannot be prepared are run, and taken back.
    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void ofADefinitionTheTypesOfColumnsAreJudgedAsTheServerJudgesThem(PostgresVersion version)
            throws IOException, SQLException {
        List<String> wrong = new ArrayList<>();
        int claimed = 0;
        try (CapturedDatabase captured = CapturedDatabase.of(version, file("schema.sql"));
                Catalog catalog = captured.open();
                Connection server = connect(version, captured)) {
            server.setAutoCommit(false);
            QueryCheck check = new QueryCheck(PgQuery.load(), catalog);
            for (String statement : statements(DEFINITIONS)) {
                @Nullable Objection theirs = ofServer(server, "", statement);
                server.rollback();
                @Nullable Objection ours = ofCheck(check, statement);
                claimed += ours == null ? 0 : 1;
                if (ours != null && !ours.equals(theirs)) {
                    wrong.add("%s%n  server: %s%n  we:     %s".formatted(statement, theirs, ours));
                }
            }
        }
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        assertThat(claimed).isEqualTo(statements(DEFINITIONS).size() - DEFINITIONS_ACCEPTED);
    }

    /// We may say less than the server, but not of what is about names; and of what we cannot know
    /// we may give another reason, but only where the server refuses too.
    private static boolean agree(
            String file, @Nullable Objection ours, @Nullable Objection theirs) {
        return switch (file) {
            case "names.sql" -> ours != null && ours.equals(theirs);
            case "other.sql" -> ours == null || theirs != null;
            default -> ours == null || ours.equals(theirs);
        };
    }

    /// Guards the corpus: on the newest server each valid statement is valid.
    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void theCorpusIsWhatItSaysItIs(PostgresVersion version) throws IOException, SQLException {
        int valid = 0;
        try (CapturedDatabase captured = CapturedDatabase.of(version, file("schema.sql"));
                Connection server = connect(version, captured)) {
            for (String statement : statements("valid.sql")) {
                valid += ofServer(server, PREPARE, statement) == null ? 1 : 0;
            }
            for (String statement : statements("names.sql")) {
                assertThat(ofServer(server, PREPARE, statement)).as(statement).isNotNull();
            }
        }
        assertThat(valid).isGreaterThanOrEqualTo(169);
    }

    private static Connection connect(PostgresVersion version, CapturedDatabase captured)
            throws SQLException {
        String url = captured.url();
        String database = url.substring(url.lastIndexOf('/') + 1);
        return PostgresServer.shared(version).connect(database, "postgres", null);
    }

    private static @Nullable Objection ofServer(Connection server, String prefix, String statement)
            throws SQLException {
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
        }
    }

    private static @Nullable Objection ofCheck(QueryCheck check, String statement) {
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

    private static List<String> statements(String name) throws IOException {
        return Arrays.asList(file(name).strip().split("\n\n+"));
    }

    private static String file(String name) throws IOException {
        return Files.readString(
                Path.of(System.getProperty("basedir", "."), "src/test/oracle", name));
    }
}
