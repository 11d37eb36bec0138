package dev.dryrun.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.Advice;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.IndexSuggestion;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Severity;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is advised from a query alone, and from plans that no server need make.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AdviserTest {

    private static final String SCHEMA =
            """
            CREATE TABLE orders (
                id int PRIMARY KEY, customer_id int, status text, total int, doc jsonb,
                placed timestamptz);
            INSERT INTO orders
            SELECT i, i % 5000, CASE WHEN i % 100 = 0 THEN 'new' ELSE 'done' END, i % 1000,
                   '{"a": 1}', '2024-01-01'::timestamptz + i * interval '1 minute'
            FROM generate_series(1, 20000) i;
            CREATE INDEX orders_total ON orders (total);
            CREATE TABLE customers (id int PRIMARY KEY, name text);
            INSERT INTO customers SELECT i, 'n' || i FROM generate_series(1, 1000) i;
            CREATE SCHEMA app;
            CREATE TABLE app.hidden (id int, secret text);
            CREATE TABLE app.unseen (id int, v int) WITH (autovacuum_enabled = off);
            """;

    private static final QualifiedName ORDERS = new QualifiedName("public", "orders");

    private CapturedDatabase captured;
    private Catalog catalog;

    @BeforeAll
    void capture() {
        captured = CapturedDatabase.of(PostgresVersion.V18, SCHEMA);
        captured.execute("VACUUM ANALYZE orders, customers, app.hidden");
        captured.capture();
        catalog = captured.open();
    }

    @AfterAll
    void remove() {
        catalog.close();
        captured.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELECT * FROM orders WHERE customer_id = 5|public.orders (customer_id);",
                "SELECT * FROM orders o"
                        + " WHERE o.customer_id = $1 AND o.placed > now()|"
                        + "public.orders (customer_id, placed);",
                "DELETE FROM orders WHERE customer_id = 5|public.orders (customer_id);",
                "UPDATE orders SET total = 1 WHERE customer_id = 5|public.orders (customer_id);",
                "SELECT * FROM orders ORDER BY placed DESC LIMIT 5|public.orders (placed DESC);",
                "SELECT * FROM orders"
                        + " WHERE status = 'new' ORDER BY placed LIMIT 5|"
                        + "(status, placed) WHERE status <> 'done';",
                "SELECT * FROM customers c JOIN orders o ON o.customer_id = c.id"
                        + " WHERE c.name = 'n5'|"
                        + "public.orders (customer_id);",
                "SELECT * FROM x, (SELECT * FROM orders"
                        + " WHERE customer_id = 5) y|"
                        + "public.orders (customer_id);",
                "WITH x AS (SELECT * FROM orders"
                        + " WHERE customer_id = 5) SELECT * FROM x|"
                        + "public.orders (customer_id);"
            })
    void aQueryAloneSaysWhichIndexItLacks(String sql, String ddl) {
        List<Advice> advice = Advisers.ofQuery(catalog, sql);

        assertThat(advice).hasSize(1);
        assertThat(advice.getFirst().rule()).isEqualTo(AdviceRules.INDEX_MISSING);
        assertThat(advice.getFirst().severity()).isEqualTo(Severity.WARNING);
        assertThat(advice.getFirst().ddl()).startsWith("CREATE INDEX CONCURRENTLY ").endsWith(ddl);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM orders WHERE id = 5",
                "SELECT * FROM orders WHERE total = 5",
                "SELECT * FROM orders",
                "SELECT * FROM orders WHERE status = 'done'",
                "SELECT * FROM orders WHERE total <> 5",
                "SELECT * FROM customers WHERE name = 'n5'",
                "SELECT * FROM nowhere WHERE customer_id = 5",
                "WITH orders AS (SELECT 1 customer_id) SELECT * FROM orders WHERE customer_id = 5",
                "INSERT INTO orders VALUES (1)",
                "SELECT FROM WHERE",
                ""
            })
    void aQueryThatLacksNothingGetsNoAdvice(String sql) {
        assertThat(Advisers.ofQuery(catalog, sql)).isEmpty();
    }

    @Test
    void aMaskedValueIsNeverPrinted() {
        TableFacts facts = TableFacts.of(catalog.table(ORDERS).orElseThrow(), catalog);
        TableStatistics known = Objects.requireNonNull(facts.statistics());
        TableStatistics masked =
                known.with(
                        known.indexes(),
                        known.extended(),
                        known.columns().stream().map(AdviserTest::masked).toList());
        TableFacts unseen = new TableFacts(facts.table(), masked, facts.activity(), facts.nodes());

        assertThat(predicate(facts)).isEqualTo("status <> 'done'");
        assertThat(predicate(unseen)).isNull();
    }

    private static @Nullable String predicate(TableFacts facts) {
        PlanExpressions expressions = new PlanExpressions(PgQuery.load());
        List<Condition> conditions =
                Conditions.of(expressions.expression("status = 'new'"), facts.table(), _ -> true);
        Need need =
                new Need(
                        facts,
                        conditions,
                        List.of(),
                        false,
                        facts.rows(),
                        OptionalDouble.of(0.01),
                        null);
        return new IndexDesigner(need).design().orElseThrow().predicate();
    }

    private static ColumnStatistics masked(ColumnStatistics column) {
        return new ColumnStatistics(
                column.column(),
                column.type(),
                column.inherited(),
                column.nullFraction(),
                column.averageWidthBytes(),
                column.distinct(),
                column.mostCommonValues(),
                column.mostCommonFrequencies(),
                column.histogramBounds(),
                column.correlation(),
                column.mostCommonElements(),
                column.mostCommonElementFrequencies(),
                column.elementCountHistogram(),
                column.rangeLengthHistogram(),
                column.rangeEmptyFraction(),
                column.rangeBoundsHistogram(),
                "bucket");
    }

    @Test
    void anUnknownNumberOfRowsMakesANoteThatSaysSo() {
        Advice advice =
                Advisers.ofQuery(catalog, "SELECT * FROM app.unseen WHERE v = 5").getFirst();

        assertThat(advice.severity()).isEqualTo(Severity.INFO);
        assertThat(advice.message()).contains("is not known");
        IndexSuggestion index = Objects.requireNonNull(advice.index());
        assertThat(index.sizeBytes()).isInstanceOf(Reading.Absent.class);
        assertThat(index.impact()).isEqualTo(IndexSuggestion.Impact.LOW);
    }

    @Test
    void aSuggestionStatesWhatItCosts() {
        Advice advice =
                Advisers.ofQuery(catalog, "SELECT * FROM orders WHERE customer_id = 5").getFirst();
        IndexSuggestion index = Objects.requireNonNull(advice.index());

        captured.execute(
                "CREATE INDEX measured ON orders (customer_id) WITH (deduplicate_items = off)");
        String database = captured.url().substring(captured.url().lastIndexOf('/') + 1);
        String measured =
                PostgresServer.shared(PostgresVersion.V18)
                        .query(database, "SELECT pg_relation_size('measured')")
                        .getFirst()
                        .getFirst();
        assertThat((double) index.sizeBytes().known().orElseThrow())
                .isCloseTo(Double.parseDouble(String.valueOf(measured)), withinPercentage(20));
        assertThat(index.existingIndexes()).isEqualTo(2);
        assertThat(index.impact()).isEqualTo(IndexSuggestion.Impact.MEDIUM);
    }

    @Test
    void compilationThatTakesMostOfTheTimeIsSaid() {
        String plan =
                """
                Result  (cost=0.00..0.01 rows=1 width=4) (actual time=0.001..0.001 rows=1 loops=1)
                Planning Time: 0.029 ms
                JIT:
                  Functions: 17
                  Timing: Generation 1.2 ms, Inlining 0.000 ms, Emission 9.1 ms, Total 120.5 ms
                Execution Time: 200.250 ms
                """;
        assertThat(Advisers.ofPlan(catalog, plan))
                .singleElement()
                .satisfies(advice -> {
                    assertThat(advice.rule()).isEqualTo(AdviceRules.JIT);
                    assertThat(advice.message())
                            .isEqualTo("compiling 17 functions took 121 of 200 ms");
                });
    }

    @Test
    void aPlanOfTablesThatWereNotCapturedGetsNoAdviceAboutThem() {
        String plan =
                """
                Seq Scan on elsewhere  (cost=0.00..1.00 rows=1 width=4) (actual rows=1 loops=1)
                  Filter: (a = 1)
                  Rows Removed by Filter: 1000000
                """;
        assertThat(Advisers.ofPlan(catalog, plan)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-22 11:09:16.125+00, 2026-11-22T11:09:16.125Z",
        "2026-11-22 11:09:16+05:30, 2026-11-22T05:39:16Z",
        "2026-11-22 11:09:16.1-03, 2026-11-22T14:09:16.100Z"
    })
    void theTimeOfAResetIsReadAsTheServerWritesIt(String text, Instant time) {
        assertThat(TableFacts.instant(text)).contains(time);
    }

    @Test
    void everyRuleIsDocumented() throws IOException {
        Path page = Path.of(System.getProperty("dryrun.root", "../.."), "docs/reference/advice.md");
        String text = Files.readString(page);
        assertThat(AdviceRules.ALL)
                .allSatisfy(rule -> assertThat(text).contains("| `" + rule + "` |"));
    }
}
