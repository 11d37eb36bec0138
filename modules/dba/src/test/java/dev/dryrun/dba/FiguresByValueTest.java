package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was done to a server between two captures is what their comparison says, to the row and to
/// the call.
final class FiguresByValueTest {

    private static final String ROLE = "figures_reader";

    @TempDir private Path folder;
    private final PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
    private final String database = server.freshDatabase();

    @BeforeEach
    void make() {
        server.execute(
                database,
                """
                CREATE EXTENSION pg_stat_statements;
                CREATE TABLE orders (id integer PRIMARY KEY, n integer);
                CREATE TABLE events (at integer, n integer) PARTITION BY RANGE (at);
                CREATE TABLE e1 PARTITION OF events FOR VALUES FROM (0) TO (10);
                CREATE TABLE e2 PARTITION OF events FOR VALUES FROM (10) TO (20)
                    PARTITION BY RANGE (n);
                CREATE TABLE e2a PARTITION OF e2 FOR VALUES FROM (0) TO (1000);
                CREATE PUBLICATION pub FOR TABLE orders;
                """);
        server.execute(
                "postgres",
                "DROP ROLE IF EXISTS %1$s; CREATE ROLE %1$s LOGIN; GRANT pg_read_all_data TO %1$s;"
                                .formatted(ROLE)
                        + " GRANT pg_read_all_stats TO "
                        + ROLE);
    }

    @AfterEach
    void drop() {
        server.execute("postgres", "DROP DATABASE " + database + " WITH (FORCE)");
        server.execute("postgres", "DROP ROLE " + ROLE);
    }

    @Test
    void activityIsSubtractedRolledUpAndResetWhereItBeganAnew() throws MalformedJsonException {
        done("INSERT INTO orders SELECT i, i FROM generate_series(1, 100) i");
        done("INSERT INTO events SELECT 1, i FROM generate_series(1, 5) i");
        done("INSERT INTO events SELECT 11, i FROM generate_series(1, 7) i");
        take();
        done("INSERT INTO orders SELECT i, i FROM generate_series(101, 140) i");
        done("UPDATE orders SET n = 0 WHERE id <= 10");
        done("INSERT INTO events SELECT 1, i FROM generate_series(1, 3) i");
        done("INSERT INTO events SELECT 11, i FROM generate_series(1, 4) i");
        done("CREATE TABLE e3 PARTITION OF events FOR VALUES FROM (20) TO (30)");
        done("INSERT INTO events SELECT 21, i FROM generate_series(1, 6) i");
        take();

        JsonObject first = diff("activity");
        JsonObject orders = figure(first, "figures", "orders", "n_tup_ins");
        assertThat(numbers(orders)).containsExactly(100.0, 140.0, 40.0);
        assertThat(numbers(figure(first, "figures", "orders", "n_tup_upd")))
                .containsExactly(0.0, 10.0, 10.0);
        JsonObject events = figure(first, "rolled_up", "events", "n_tup_ins");
        assertThat(numbers(events)).containsExactly(12.0, 25.0, 13.0);
        assertThat(number(events, "partitions")).isEqualTo(3);
        assertThat(events.get("left_out")).isNull();
        assertThat(codes(first)).containsExactly("short_window");
        assertThat(run("snapshot", "diff", "--latest", "--kind", "activity").out())
                .containsPattern(
                        "table public.events: its 3 partitions together\n(.*\n)*?"
                                + "    n_tup_ins +12 → 25 +\\+108\\.3 %");

        done("SELECT pg_stat_reset()");
        done("INSERT INTO events SELECT 1, i FROM generate_series(1, 9) i");
        take();
        JsonObject second = diff("activity");
        JsonObject reset = figure(second, "figures", "orders", "n_tup_ins");
        assertThat(Json.compact(reset)).contains("\"reset_between\":true");
        assertThat(reset.get("delta")).isNull();
        assertThat(codes(second)).containsExactly("reset", "short_window");
        JsonObject rest = figure(second, "rolled_up", "events", "n_tup_ins");
        assertThat(numbers(rest)).containsExactly(8.0, 9.0, 1.0);
        assertThat(number(rest, "left_out")).isEqualTo(2);
    }

    @Test
    void queriesAreSubtractedStatementByStatement() throws MalformedJsonException {
        String counted = "SELECT count(*) AS counted FROM orders";
        times(5, counted);
        take();
        times(7, counted);
        times(3, "SELECT max(n) AS newer FROM orders");
        take();

        JsonObject first = diff("query");
        JsonObject grew = query(first, "counted");
        assertThat(text(grew, "status")).isEqualTo("grew");
        assertThat(number(grew, "calls_delta")).isEqualTo(7);
        assertThat(number(grew, "rows_delta")).isEqualTo(7);
        assertThat(text(query(first, "newer"), "status")).isEqualTo("new");
        assertThat(number(query(first, "newer"), "calls_delta")).isEqualTo(3);
        assertThat(codes(first)).contains("short_window").doesNotContain("reset");

        done(
                "SELECT pg_stat_statements_reset(0, dbid, queryid) FROM pg_stat_statements"
                        + " WHERE query LIKE '%AS counted%' AND query NOT LIKE '%reset%'");
        times(2, counted);
        take();
        JsonObject second = diff("query");
        JsonObject shrank = query(second, "counted");
        assertThat(text(shrank, "status")).isEqualTo("shrank");
        assertThat(shrank.get("calls_delta")).isNull();
        assertThat(number(shrank, "unmatched")).isEqualTo(1);
        assertThat(codes(second)).doesNotContain("reset");

        done("SELECT pg_stat_statements_reset()");
        times(4, counted);
        take();
        JsonObject third = diff("query");
        assertThat(text(query(third, "counted"), "status")).isEqualTo("reset");
        assertThat(query(third, "counted").get("calls_delta")).isNull();
        assertThat(codes(third)).contains("reset");
    }

    @Test
    void whatARoleMayNotReadAnyMoreIsToldAndIsNoDifference() throws MalformedJsonException {
        done("REVOKE SELECT ON pg_publication FROM PUBLIC");
        done("INSERT INTO orders SELECT i, i FROM generate_series(1, 100) i");
        done("ANALYZE orders");
        take();
        server.execute("postgres", "REVOKE pg_read_all_data FROM " + ROLE);

        String told = "no publication could be read, so none is compared: no privilege";
        assertThat(run("drift").out()).startsWith("drift: identical").contains(told);
        take();
        assertThat(run("snapshot", "diff", "--latest").out())
                .contains("No differences.")
                .contains(told);
        JsonObject planner = diff("planner");
        assertThat(elements(planner.get("figures")))
                .noneMatch(figure -> Json.compact(figure).contains("null_frac"));
        assertThat(codes(planner)).containsExactly("unreadable");

        server.execute("postgres", "GRANT pg_read_all_data TO " + ROLE);
        assertThat(run("drift").out()).startsWith("drift: identical").contains(told);
        done("ALTER TABLE orders ADD COLUMN note text");
        assertThat(run("drift").out()).startsWith("drift: ahead");
    }

    /// In a session of its own, whose end flushes what it counted.
    private void done(String sql) {
        server.execute(database, sql);
    }

    private void times(int times, String sql) {
        Collections.nCopies(times, sql).forEach(this::done);
    }

    private Ran run(String... arguments) {
        return Ran.in(folder, Map.of("DATABASE_URL", server.url(database, ROLE)), arguments);
    }

    private void take() {
        Ran ran = run("snapshot", "take");
        assertThat(ran.status()).as(ran.err()).isZero();
    }

    private JsonObject diff(String kind) throws MalformedJsonException {
        Ran ran = run("snapshot", "diff", "latest~1", "latest", "--kind", kind, "--json");
        assertThat(ran.status()).as(ran.err()).isZero();
        return object(object(Json.parse(ran.out())).get(kind));
    }

    private static JsonObject figure(JsonObject delta, String list, String table, String metric) {
        return elements(delta.get(list)).stream()
                .map(FiguresByValueTest::object)
                .filter(one -> text(object(one.get("object")), "name").equals(table))
                .filter(one -> one.get("part") == null && text(one, "metric").equals(metric))
                .findFirst()
                .orElseThrow(() -> new AssertionError(metric + " of " + Json.pretty(delta)));
    }

    private static JsonObject query(JsonObject delta, String word) {
        return elements(delta.get("entries")).stream()
                .map(FiguresByValueTest::object)
                .filter(one -> text(one, "text").contains("AS " + word + " "))
                .findFirst()
                .orElseThrow(() -> new AssertionError(word + " in " + Json.pretty(delta)));
    }

    private static List<String> codes(JsonObject delta) {
        return elements(delta.get("caveats")).stream()
                .map(one -> text(object(one), "code"))
                .toList();
    }

    private static List<Double> numbers(JsonObject figure) {
        return List.of(
                number(figure, "value_a"), number(figure, "value_b"), number(figure, "delta"));
    }

    private static double number(JsonObject object, String name) {
        return ((JsonNumber) Objects.requireNonNull(object.get(name), name)).doubleValue();
    }

    private static String text(JsonObject object, String name) {
        return ((JsonString) Objects.requireNonNull(object.get(name), name)).value();
    }

    private static JsonObject object(@Nullable JsonValue value) {
        return (JsonObject) Objects.requireNonNull(value);
    }

    private static List<JsonValue> elements(@Nullable JsonValue value) {
        return ((JsonArray) Objects.requireNonNull(value)).elements();
    }
}
