package dev.dryrun.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.query.Oracle.Objection;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Statements and seeded changes of them, judged by real servers and by us; [VerdictPage] shows
/// what came of it.
final class QueryVerdictsTest {

    private static final List<PostgresVersion> VERSIONS =
            List.of(PostgresVersion.V14, PostgresVersion.V16, PostgresVersion.V18);

    private static final String ABOUT =
            """
            Statements of our own over the clauses of SELECT, INSERT, UPDATE, DELETE and MERGE; \
            the mutants are such statements with one name, alias or count changed.

            """;

    private final boolean all = Boolean.getBoolean("dryrun.test.all");
    private final List<String> wrong = new ArrayList<>();
    private final List<String> missed = new ArrayList<>();

    @Test
    void noValidStatementIsRefusedAndTheServersErrorsAreFoundAsItNamesThem()
            throws IOException, SQLException {
        VerdictTally statements = new VerdictTally();
        VerdictTally mutants = new VerdictTally();
        for (PostgresVersion version : VERSIONS) {
            try (Oracle oracle = Oracle.of(version, file("schema.sql"))) {
                Set<String> signatures = oracle.signatures();
                List<String> valid = new ArrayList<>();
                for (String statement : statements(version)) {
                    if (judged(oracle, statement, statements, signatures) == null
                            && isAscii(statement)) {
                        valid.add(statement);
                    }
                }
                int seeds = all ? 20_000 : 1_000;
                for (int seed = VERSIONS.indexOf(version); seed < seeds; seed += VERSIONS.size()) {
                    Random random = random(seed);
                    String of = valid.get(random.nextInt(valid.size()));
                    String mutant = new StatementMutants(PgQuery.load(), random).mutate(of);
                    if (mutant != null && !mutant.equals(of)) {
                        judged(oracle, mutant, mutants, signatures);
                    }
                }
            }
        }
        Path list = Path.of(System.getProperty("basedir", "."), "target/missed-errors.txt");
        Files.writeString(list, String.join("\n\n", missed));
        assertThat(wrong).as(String.join("\n", wrong)).isEmpty();
        assertThat(mutants.found()).isGreaterThan(0.97);
        assertThat(mutants.sqlstate()).isGreaterThan(0.97);
        assertThat(mutants.position()).isGreaterThan(0.95);
        if (all) {
            Path figures = Path.of(System.getProperty("basedir", "."), "target/verdicts-all.md");
            Files.writeString(figures, page(statements, mutants));
        } else {
            VerdictPage.holds("statements and mutants", page(statements, mutants));
        }
    }

    /// {@return what the server says}
    private @Nullable Objection judged(
            Oracle oracle, String statement, VerdictTally tally, Set<String> signatures)
            throws SQLException {
        Objection server = oracle.ofServer(statement);
        Objection ours = oracle.ofCheck(statement);
        if (!tally.count(server, ours, signatures)) {
            wrong.add(statement + "\n  we: " + ours);
        } else if (server != null && (ours == null || !ours.sqlstate().equals(server.sqlstate()))) {
            missed.add(statement + "\n  server: " + server + "\n  we: " + ours);
        }
        return server;
    }

    private List<String> statements(PostgresVersion version) throws IOException {
        List<String> statements = new ArrayList<>();
        for (String name : List.of("valid.sql", "clauses.sql")) {
            statements.addAll(List.of(file(name).strip().split("\n\n+")));
        }
        int generated = all ? 1_500 : 150;
        for (int seed = 0; seed < generated; seed++) {
            statements.add(new Statements(random(seed * 100L + version.major())).next());
        }
        return statements;
    }

    /// Seeds that are near each other begin alike.
    private static Random random(long seed) {
        return new Random(new SplittableRandom(seed).nextLong());
    }

    private static boolean isAscii(String statement) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(statement);
    }

    private static String page(VerdictTally statements, VerdictTally mutants) {
        return ABOUT
                + ("Statements: %d accepted by the servers, %d of them refused by us."
                                + " Mutants: %d accepted, %d of them refused by us;"
                                + " the others:\n")
                        .formatted(
                                statements.accepted(),
                                statements.falselyRejected(),
                                mutants.accepted(),
                                mutants.falselyRejected())
                + mutants.tables();
    }

    private static String file(String name) throws IOException {
        return Files.readString(
                Path.of(System.getProperty("basedir", "."), "src/test/oracle", name));
    }
}
