package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import dev.dryrun.testkit.Standby;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class StatsApplyCommandTest {

    private static final String SCHEMA = "CREATE TABLE t (a int PRIMARY KEY, b text, j jsonb)";
    private static final String ROWS =
            "INSERT INTO t SELECT g, 'b' || g % 9, jsonb_build_object('k', g % 50)"
                    + " FROM generate_series(1, 20000) g";
    private static final String ESTIMATE = "EXPLAIN SELECT * FROM t WHERE b = 'b3'";

    private static final PostgresServer PRODUCTION = PostgresServer.shared(PostgresVersion.V18);

    private static PostgresServer development;
    private static String source;

    @TempDir private Path folder;

    @BeforeAll
    static void makeProduction() {
        source = PRODUCTION.freshDatabase();
        PRODUCTION.execute(source, SCHEMA);
        PRODUCTION.execute(source, ROWS);
        PRODUCTION.execute("postgres", "ALTER DATABASE " + source + " SET random_page_cost = 1.5");
        PRODUCTION.execute(source, "VACUUM (ANALYZE)");
        development = PostgresServer.start(PostgresVersion.V18);
    }

    @AfterAll
    static void end() {
        development.close();
        PRODUCTION.execute("postgres", "DROP DATABASE " + source);
    }

    @BeforeEach
    void capture() throws IOException {
        Files.writeString(folder.resolve("dryrun.toml"), "[project]\nid = \"shop\"\n");
        Ran ran = run("snapshot", "take", "--allow-privileged", "--db", url(PRODUCTION, source));
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    @Test
    void anEmptyDatabasePlansAsProductionAndThenAsBefore() {
        String database = database();

        Ran applied = run("stats", "apply", "--yes", "--db", url(development, database));
        String planned = top(development, database);
        Ran undone = run("stats", "apply", "--undo", "--yes", "--db", url(development, database));

        assertThat(applied.status()).as(applied.err()).isZero();
        assertThat(applied.err())
                .isEqualTo(
                        """
                        Stats applied (pg_restore_*_stats): 1 table, 1 index, 3 columns updated
                          rows: production's in 1 table that are smaller here; page costs are not
                          pages: one each for 1 empty table
                          autovacuum: off on these tables; ANALYZE or VACUUM there undoes this
                          settings: SET statements for 1 planner setting are on standard output
                        """);
        assertThat(applied.out()).isEqualTo("SET random_page_cost = '1.5';\n");
        assertThat(rows(planned)).isEqualTo(rows(top(PRODUCTION, source)));
        assertThat(undone.status()).as(undone.err()).isZero();
        assertThat(undone.err())
                .isEqualTo(
                        "Undone: 2 tables and indexes and 0 settings as they were; 0 are gone\n");
        assertThat(rows(top(development, database))).isNotEqualTo(rows(planned));
    }

    @Test
    void maskedColumnsKeepTheirFiguresAndTheDatabaseTakesTheSettings() {
        String database = database();

        Ran applied =
                run(
                        "stats",
                        "apply",
                        "-y",
                        "--settings",
                        "--json",
                        "--db",
                        url(development, database));

        assertThat(applied.status()).as(applied.err()).isZero();
        assertThat(applied.err()).isEmpty();
        assertThat(applied.out())
                .contains("\"columns\": 3")
                .contains("\"left_out\": []")
                .contains("\"settings_written\": true");
        assertThat(
                        development
                                .query(
                                        database,
                                        "SELECT n_distinct, most_common_vals FROM pg_stats"
                                                + " WHERE tablename = 't' AND attname = 'j'")
                                .getFirst())
                .containsExactly("50", null);
        assertThat(development.query(database, "SHOW random_page_cost").getFirst())
                .containsExactly("1.5");
    }

    @ParameterizedTest
    @EnumSource(names = {"V14", "V18"})
    void whatAPolicyHidesIsAppliedAsItIs(PostgresVersion version) throws IOException {
        Files.writeString(
                folder.resolve("data-masking-policy.yml"),
                """
                version: 1
                databases:
                  shop:
                    columns:
                      t.a: { strategy: bucket, width: 1000 }
                      t.b: { tags: [pii] }
                """);
        capture();
        PostgresServer server =
                version == PostgresVersion.V18 ? development : PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, SCHEMA);

        Ran applied = run("stats", "apply", "--yes", "--json", "--db", url(server, database));

        assertThat(applied.status()).as(applied.err()).isZero();
        assertThat(applied.out()).contains("\"columns\": 3").contains("\"left_out\": []");
        assertThat(
                        server.query(
                                database,
                                "SELECT attname, n_distinct, most_common_vals, (SELECT bool_and("
                                        + "bound % 1000 = 0) FROM unnest(histogram_bounds::text"
                                        + "::int[]) bound) FROM pg_stats WHERE tablename = 't'"
                                        + " ORDER BY attname"))
                .containsExactly(
                        Arrays.asList("a", "-1", null, "t"),
                        Arrays.asList("b", "9", null, null),
                        Arrays.asList("j", "50", null, null));
        assertThat(Integer.parseInt(rows(top(server, database)))).isBetween(2200, 2230);
    }

    @Test
    void nothingIsWrittenUnlessSomebodySaysYes() {
        String database = database();

        Ran alone = run("stats", "apply", "--db", url(development, database));
        Ran no =
                Ran.fed(
                        "n\n",
                        true,
                        folder,
                        Map.of(),
                        "stats",
                        "apply",
                        "--db",
                        url(development, database));
        Ran yes =
                Ran.fed(
                        "y\n",
                        true,
                        folder,
                        Map.of(),
                        "stats",
                        "apply",
                        "--db",
                        url(development, database));

        assertThat(alone.status()).isEqualTo(2);
        assertThat(alone.err()).contains("nobody is there to be asked");
        assertThat(no.status()).isEqualTo(2);
        assertThat(no.err())
                .contains("write the statistics of shop/shop into the database")
                .contains("of PostgreSQL 18.")
                .contains("127.0.0.1:" + development.port() + "? [y/N]");
        assertThat(yes.status()).as(yes.err()).isZero();
    }

    @Test
    void theCapturedServerIsRefusedWhateverItsDatabase() {
        Ran same = run("stats", "apply", "--yes", "--db", url(PRODUCTION, "postgres"));

        refused(same, "this is the very server that was captured");
    }

    @Test
    void theAddressOfACapturedNodeIsRefusedByWhateverName() throws IOException {
        String database = database();
        Files.writeString(
                folder.resolve("dryrun.toml"),
                "[project]\nid = \"shop\"\n[[node]]\nname = \"main\"\nurl = \""
                        + url(development, database)
                        + "\"\n");

        refused(
                run(
                        "stats",
                        "apply",
                        "--yes",
                        "--db",
                        url(development, database).replace("127.0.0.1", "localhost")),
                "is where the node \"main\" is captured");
        refused(
                run(
                        "stats",
                        "apply",
                        "--yes",
                        "--db",
                        "host="
                                + development.socketDirectory()
                                + " user=postgres port="
                                + development.port()),
                "is where the node \"main\" is captured");
    }

    @Test
    void aStandbyAndAServerWithOneAndOneWithASlotAreRefused() {
        try (PostgresServer primary = PostgresServer.start(PostgresVersion.V18)) {
            try (PostgresServer standby = Standby.of(primary)) {
                refused(
                        run("stats", "apply", "--yes", "--db", url(standby, "postgres")),
                        "the server is a standby");
                refused(
                        run("stats", "apply", "--yes", "--db", url(primary, "postgres")),
                        "other servers replicate from this one");
            }
        }
        development.query(
                "postgres", "SELECT pg_create_physical_replication_slot('kept_for_somebody')");
        try {
            refused(
                    run("stats", "apply", "--yes", "--db", url(development, database())),
                    "the server has replication slots: kept_for_somebody");
        } finally {
            development.query("postgres", "SELECT pg_drop_replication_slot('kept_for_somebody')");
        }
    }

    @Test
    void aPublicAddressIsRefusedUnlessSomebodyInsists() {
        String far = "postgres://u@203.0.113.7:5432/d?connect_timeout=1&sslmode=disable";

        refused(
                run("stats", "apply", "--yes", "--db", far),
                "203.0.113.7 is neither loopback nor private");
        assertThat(
                        run(
                                        "stats",
                                        "apply",
                                        "--yes",
                                        "--i-know-this-is-not-production",
                                        "--db",
                                        far)
                                .err())
                .contains("203.0.113.7:5432")
                .doesNotContain("loopback");
    }

    @Test
    void theDatabaseIsNeverTakenFromTheEnvironment() {
        Ran ran =
                Ran.in(
                        folder,
                        Map.of("DATABASE_URL", url(development, "postgres")),
                        "stats",
                        "apply",
                        "--yes");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).contains("--db");
    }

    private static void refused(Ran ran, String why) {
        assertThat(ran.status()).as(ran.err()).isEqualTo(2);
        assertThat(ran.err()).startsWith("error: ").contains(why);
    }

    private static String database() {
        String database = development.freshDatabase();
        development.execute(database, SCHEMA);
        return database;
    }

    private static String url(PostgresServer server, String database) {
        return server.url(database, "postgres");
    }

    private static String top(PostgresServer server, String database) {
        return String.valueOf(server.query(database, ESTIMATE).getFirst().getFirst());
    }

    private static String rows(String plan) {
        return plan.replaceAll(".* rows=(\\d+) .*", "$1");
    }

    private Ran run(String... arguments) {
        return Ran.in(folder, Map.of(), arguments);
    }
}
