package dev.dryrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.Golden;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdviseCommandTest {

    private static final String SCHEMA =
            """
            CREATE TABLE orders (id int PRIMARY KEY, customer_id int, total int);
            INSERT INTO orders SELECT i, 1 + i * 7919 % 20000, i % 1000
            FROM generate_series(1, 20000) i;
            """;
    private static final String PROJECT =
            """
            [project]
            id = "sample"

            [default]
            profile = "only"

            [profiles.only]
            database_id = "sample"
            """;
    private static final String SLOW = "SELECT * FROM orders WHERE customer_id = 77";

    private Path folder;
    private CapturedDatabase captured;

    private record Ran(int status, String out, String err) {}

    @BeforeAll
    void capture(@TempDir Path empty) throws IOException {
        folder = empty;
        captured = CapturedDatabase.of(PostgresVersion.V18, SCHEMA);
        captured.execute("VACUUM ANALYZE orders");
        captured.capture();
        Files.writeString(folder.resolve("dryrun.toml"), PROJECT);
        Files.writeString(folder.resolve("query.sql"), SLOW + ";\n");
        Files.writeString(
                folder.resolve("three.sql"),
                "SELECT * FROM orders;\n" + SLOW + ";\nDO 'BEGIN END';\n");
        Files.writeString(folder.resolve("bad.sql"), "SELECT nope FROM orders;\n");
        Files.writeString(folder.resolve("fast.sql"), "SELECT * FROM orders WHERE id = 7;\n");
        Files.writeString(folder.resolve("plan.txt"), plan("COSTS, TIMING OFF, SUMMARY OFF"));
        Files.writeString(folder.resolve("plan.json"), plan("FORMAT JSON"));
    }

    @AfterAll
    void remove() {
        captured.close();
    }

    private String plan(String options) {
        String database = captured.url().substring(captured.url().lastIndexOf('/') + 1);
        return PostgresServer.shared(PostgresVersion.V18)
                .query(database, "EXPLAIN (ANALYZE, " + options + ") " + SLOW)
                .stream()
                .map(row -> row.getFirst() + "\n")
                .collect(Collectors.joining());
    }

    private Ran run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        Map.of(),
                        folder);
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "--history-db";
        all[arguments.length + 1] = captured.historyFile().toString();
        return new Ran(OfflineCommands.create(terminal).run(all), out.toString(), err.toString());
    }

    @Test
    void aPlanByItselfIsEnough() {
        Ran ran = run("advise", "plan.txt");

        assertThat(ran.status()).isEqualTo(1);
        Golden.of("advise").matches("plan.txt", ran.out());
        assertThat(ran.err()).isEmpty();
    }

    @Test
    void bothFormsOfAPlanSayTheSame() {
        String text = run("advise", "plan.txt", "--json").out();
        String json = run("advise", "plan.json", "--json").out();

        assertThat(json).isEqualTo(text.replace("plan.txt", "plan.json"));
        Golden.of("advise").matches("plan.json", json);
    }

    @Test
    void aQueryIsCheckedAndItsPlanIsRead() {
        Ran ran = run("advise", "query.sql", "--plan", "plan.json");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("idx_orders_customer_id ON public.orders (customer_id);")
                .endsWith("query.sql: 1 finding from the plan: 1 warning, 0 info\n");
    }

    @Test
    void aQueryAloneSaysWhatItLacks() {
        Ran ran = run("advise", "query.sql");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out().replaceAll("\\s+", " "))
                .contains("no index serves the conditions: all 20,000 rows are read");
        assertThat(ran.out()).endsWith("query.sql: 1 finding from the query: 1 warning, 0 info\n");
    }

    @Test
    void nothingToAdviseEndsWithZero() {
        assertThat(run("advise", "fast.sql"))
                .isEqualTo(new Ran(0, "fast.sql: nothing to advise from the query\n", ""));
    }

    @Test
    void aQueryThatTheServerWouldRefuseIsSaidToBeSo() {
        Ran ran = run("advise", "bad.sql");

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("error 42703: column \"nope\" does not exist");
    }

    @Test
    void aRuleThatTheProjectDoesNotWantSaysNothing() throws IOException {
        assertThat(rules(run("advise", "three.sql", "--json")))
                .containsExactly("query/unbounded", "query/procedural_body", "index/missing");

        conventions("[conventions.disabled_rules]\nrules = [\"query/unbounded\"]\n");
        assertThat(rules(configured("advise", "three.sql", "--json")))
                .containsExactly("query/procedural_body", "index/missing");

        conventions("[conventions]\nmin_severity = \"warning\"\n");
        assertThat(rules(configured("advise", "three.sql", "--json")))
                .containsExactly("query/unbounded", "index/missing");

        conventions("[conventions.disabled_rules]\nrules = [\"index/missing\"]\n");
        assertThat(configured("advise", "plan.txt"))
                .isEqualTo(new Ran(0, "plan.txt: nothing to advise from the plan\n", ""));
    }

    @Test
    void aDisabledRuleThatDoesNotExistIsSaidOnlyWhereItShouldBeKnown() throws IOException {
        conventions(
                """
                [conventions.disabled_rules]
                rules = ["query/nope", "plan/cte", "plan/nope", "index/nope", "acme/nope"]
                """);

        assertThat(configured("advise", "fast.sql").err())
                .isEqualTo(
                        """
                        warning: there is no rule query/nope, so disabling it does nothing
                        warning: there is no rule plan/nope, so disabling it does nothing
                        warning: there is no rule index/nope, so disabling it does nothing
                        """);
        assertThat(configured("check", "query", "fast.sql").err())
                .isEqualTo("warning: there is no rule query/nope, so disabling it does nothing\n");
        assertThat(configured("lint").out())
                .contains("there is no rule \"acme/nope\"")
                .doesNotContain("plan/", "index/", "query/");
    }

    private void conventions(String toml) throws IOException {
        Files.writeString(folder.resolve("other.toml"), PROJECT + "\n" + toml);
    }

    private Ran configured(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--config";
        all[arguments.length + 1] = "other.toml";
        return run(all);
    }

    private static List<String> rules(Ran ran) {
        return Pattern.compile("\"rule\": *\"([^\"]+)\"")
                .matcher(ran.out())
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    @Test
    void whatIsNoPlanEndsWithTwo() {
        Ran ran = run("advise", "query.sql", "--plan", "fast.sql");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).startsWith("error: fast.sql:1: not a plan: it is no node;");
        assertThat(run("advise", "plan.txt", "--plan", "plan.json").err())
                .startsWith("error: plan.txt is a plan, and --plan names another");
    }
}
