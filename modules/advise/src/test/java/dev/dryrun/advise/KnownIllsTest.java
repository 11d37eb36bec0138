package dev.dryrun.advise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Advice;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Plans that a real server makes of queries with a known ill, and of healthy ones: each gets the
/// advice that is expected and no other, from both of EXPLAIN's forms; and each index that is
/// advised is made, and the server takes it.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class KnownIllsTest {

    private static final Path FOLDER =
            Path.of(System.getProperty("basedir", "."), "src/test/plans");

    private CapturedDatabase captured;
    private Catalog catalog;
    private Adviser adviser;
    private Connection connection;

    /// A query and what is to be said of its plan.
    private record IllCase(
            String name, List<String> settings, String options, List<String> expected, String sql) {

        static IllCase of(String block) {
            List<String> lines = block.strip().lines().toList();
            List<String> settings = new ArrayList<>();
            List<String> expected = new ArrayList<>();
            String options = "ANALYZE";
            for (String line : lines) {
                if (line.startsWith("set ")) {
                    settings.add(line.substring(4));
                } else if (line.startsWith("expect ")) {
                    expected.add(line.substring(7));
                } else if (line.equals("options PLAIN")) {
                    options = "ANALYZE off";
                } else if (line.equals("options VERBOSE")) {
                    options = "ANALYZE, VERBOSE";
                }
            }
            return new IllCase(lines.getFirst(), settings, options, expected, lines.getLast());
        }
    }

    @BeforeAll
    void capture() throws IOException, SQLException {
        captured = CapturedDatabase.of(PostgresVersion.V18, read("ills-schema.sql"));
        captured.execute("VACUUM ANALYZE");
        captured.execute(read("ills-after-vacuum.sql"));
        captured.capture();
        catalog = captured.open();
        adviser = Advisers.of(catalog);
        String database = captured.url().substring(captured.url().lastIndexOf('/') + 1);
        connection = PostgresServer.shared(PostgresVersion.V18).connect(database, "postgres", null);
    }

    @AfterAll
    void remove() throws SQLException {
        connection.close();
        catalog.close();
        captured.close();
    }

    @Test
    void everyPlanGetsTheAdviceThatIsExpectedAndNoOther() throws IOException, SQLException {
        List<String> failures = new ArrayList<>();
        int ills = 0;
        int healthy = 0;
        for (String block : read("ills.txt").split("\n\n", -1)) {
            IllCase ill = IllCase.of(block);
            ills += ill.expected().isEmpty() ? 0 : 1;
            healthy += ill.expected().isEmpty() ? 1 : 0;
            try (Statement statement = connection.createStatement()) {
                List<String> json = said(adviser.ofPlan(plan(statement, ill, "JSON")));
                List<String> text = said(adviser.ofPlan(plan(statement, ill, "TEXT")));
                check(ill, json, "JSON", failures);
                check(ill, text, "TEXT", failures);
            }
        }

        assertThat(failures).isEmpty();
        assertThat(ills).isGreaterThanOrEqualTo(30);
        assertThat(healthy).isGreaterThanOrEqualTo(10);
    }

    @Test
    void everyIndexThatIsAdvisedIsTakenByTheServerAndLowersTheCost()
            throws IOException, SQLException {
        List<String> failures = new ArrayList<>();
        int proved = 0;
        for (String block : read("ills.txt").split("\n\n", -1)) {
            IllCase ill = IllCase.of(block);
            try (Statement statement = connection.createStatement()) {
                Plan before = plan(statement, ill, "JSON");
                List<Advice> indexes =
                        adviser.ofPlan(before).stream().filter(it -> it.index() != null).toList();
                if (indexes.isEmpty() || ill.sql().startsWith("DELETE")) {
                    continue;
                }
                List<String> names = new ArrayList<>();
                for (Advice advice : indexes) {
                    for (String ddl : String.valueOf(advice.ddl()).split("\n", -1)) {
                        statement.execute(ddl);
                        if (ddl.startsWith("CREATE INDEX ")) {
                            names.add(
                                    ddl.replaceAll(".*(?:CONCURRENTLY|INDEX) (\\S+) ON .*", "$1"));
                        }
                    }
                }
                if (String.valueOf(indexes.getFirst().ddl()).matches("(?s).*\\([^)]*\\(.*")) {
                    statement.execute("ANALYZE " + indexes.getFirst().table());
                }
                Plan after = plan(statement, ill, "JSON");
                List<String> used = new ArrayList<>();
                after.root().forEach(node -> used.add(String.valueOf(node.indexName())));
                double cost = before.root().totalCost().orElseThrow();
                double lower = after.root().totalCost().orElseThrow();
                if (names.stream().noneMatch(used::contains) || lower >= cost) {
                    failures.add(
                            ill.name()
                                    + ": "
                                    + names
                                    + " not in "
                                    + used
                                    + ", "
                                    + cost
                                    + " to "
                                    + lower);
                }
                proved++;
                statement.execute("DROP INDEX " + names.getFirst());
                for (String name : names.subList(1, names.size())) {
                    statement.execute("DROP INDEX IF EXISTS " + name);
                }
            }
        }

        assertThat(failures).isEmpty();
        assertThat(proved).isGreaterThanOrEqualTo(10);
    }

    private Plan plan(Statement statement, IllCase ill, String form) throws SQLException {
        connection.setAutoCommit(false);
        try {
            for (String setting : ill.settings()) {
                statement.execute("SET LOCAL " + setting);
            }
            StringBuilder text = new StringBuilder();
            String explain = "EXPLAIN (" + ill.options() + ", FORMAT " + form + ") " + ill.sql();
            try (ResultSet rows = statement.executeQuery(explain)) {
                while (rows.next()) {
                    text.append(rows.getString(1)).append('\n');
                }
            }
            return PlanReader.read(ill.name(), text.toString()).getFirst();
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static List<String> said(List<Advice> advice) {
        return advice.stream()
                .map(it ->
                        it.rule()
                                + " "
                                + (it.table() == null ? "-" : it.table())
                                + " | "
                                + it.ddl()
                                + " | "
                                + it.message())
                .toList();
    }

    private static void check(IllCase ill, List<String> said, String form, List<String> failures) {
        List<String> left = new ArrayList<>(said);
        for (String expected : ill.expected()) {
            String[] words = expected.split(" ", 3);
            String begin = words[0] + " " + words[1] + " | ";
            String ddl = words.length > 2 ? words[2] : "";
            boolean found =
                    left.removeIf(
                            it -> it.startsWith(begin) && (ddl.isEmpty() || it.contains(ddl)));
            if (!found) {
                failures.add(
                        form + ", " + ill.name() + ": expected " + expected + "; said " + said);
            }
        }
        if (!left.isEmpty()) {
            failures.add(form + ", " + ill.name() + ": not expected: " + left);
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(FOLDER.resolve(file)).strip();
    }
}
