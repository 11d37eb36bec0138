package dev.dryrun.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.query.Oracle.Objection;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Real servers say of each statement what we should have said: each is PREPAREd there, and checked
/// here against a capture of the same schema.
final class OracleTest {

    private static final String DEFINITIONS = "definitions.sql";

    /// How many of them only name types and functions that are there, or cannot be judged.
    private static final int DEFINITIONS_ACCEPTED = 14;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void noValidStatementIsRejectedAndTheServersErrorsAreNamedAsItNamesThem(PostgresVersion version)
            throws IOException, SQLException {
        List<String> wrong = new ArrayList<>();
        int claimed = 0;
        try (Oracle oracle = Oracle.of(version, file("schema.sql"))) {
            for (String name : List.of("valid.sql", "names.sql", "other.sql")) {
                for (String statement : statements(name)) {
                    @Nullable Objection theirs = oracle.ofServer(statement);
                    @Nullable Objection ours = oracle.ofCheck(statement);
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
        try (Oracle oracle = Oracle.of(version, file("schema.sql"))) {
            for (String statement : statements(DEFINITIONS)) {
                @Nullable Objection theirs = oracle.ofServer("", statement);
                @Nullable Objection ours = oracle.ofCheck(statement);
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
        try (Oracle oracle = Oracle.of(version, file("schema.sql"))) {
            for (String statement : statements("valid.sql")) {
                valid += oracle.ofServer(statement) == null ? 1 : 0;
            }
            for (String statement : statements("names.sql")) {
                assertThat(oracle.ofServer(statement)).as(statement).isNotNull();
            }
        }
        assertThat(valid).isGreaterThanOrEqualTo(169);
    }

    private static List<String> statements(String name) throws IOException {
        return Arrays.asList(file(name).strip().split("\n\n+"));
    }

    private static String file(String name) throws IOException {
        return Files.readString(
                Path.of(System.getProperty("basedir", "."), "src/test/oracle", name));
    }
}
