package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.Golden;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person is told of two snapshots, and of a database that is not what was captured.
final class DiffCommandsTest {

    private static final Golden GOLDEN =
            Golden.of("diff")
                    .scrub("hash", "\\b[0-9a-f]{64}\\b|\\b[0-9a-f]{16}\\b")
                    .scrub("time", "\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z");

    private static final String BEFORE =
            """
            CREATE TABLE customer (id integer PRIMARY KEY, name text);
            CREATE TABLE orders (id integer PRIMARY KEY, customer_id integer, total integer);
            CREATE VIEW order_total AS SELECT sum(total) AS total FROM orders;
            CREATE FUNCTION twice(n integer) RETURNS integer LANGUAGE plpgsql AS $$
            BEGIN
                -- doubles
                RETURN n * 2;
            END
            $$;
            CREATE TABLE old (a integer, b text, c date);
            """;

    private static final List<String> CHANGES =
            List.of(
                    "ALTER TABLE customer RENAME COLUMN name TO full_name",
                    "ALTER TABLE orders ADD COLUMN placed_at timestamptz DEFAULT now()",
                    "ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id)"
                            + " REFERENCES customer",
                    "CREATE INDEX orders_customer_idx ON orders (customer_id) WHERE total > 100",
                    "CREATE OR REPLACE FUNCTION twice(n integer) RETURNS integer LANGUAGE plpgsql"
                            + " AS $$\nBEGIN\n    -- doubles\n    RETURN 2 * n;\nEND\n$$",
                    "CREATE TABLE invoice (id serial, paid boolean, note text, due date)",
                    "DROP TABLE old");

    private static final String ANOTHER_POLICY =
            "the masking policy is another: constants in definitions are not compared";

    @TempDir private Path folder;
    private CapturedDatabase shop = CapturedDatabase.of(PostgresVersion.V18, BEFORE);

    @BeforeEach
    void takeTheFirst() {
        take();
    }

    @AfterEach
    void dropIt() {
        shop.close();
    }

    private void take() {
        assertThat(live("snapshot", "take").status()).isZero();
    }

    private Ran live(String... arguments) {
        return Ran.in(folder, Map.of("DATABASE_URL", shop.url()), arguments);
    }

    private Ran offline(String... arguments) {
        return Ran.in(folder, Map.of(), arguments);
    }

    @Test
    void whatChangedIsShownAsTextMarkdownAndJson() {
        CHANGES.forEach(shop::execute);
        take();

        Ran text = offline("snapshot", "diff", "--latest");
        assertThat(text.status()).as(text.err()).isZero();
        assertThat(text.out()).doesNotContain("\u001b");
        GOLDEN.matches("schema.txt", text.out());
        GOLDEN.matches(
                "schema.md",
                offline("snapshot", "diff", "latest~1", "latest", "--format", "markdown").out());
        GOLDEN.matches("schema.json", offline("snapshot", "diff", "--latest", "--json").out());
        GOLDEN.matches("empty.txt", offline("snapshot", "diff", "latest", "latest").out());
    }

    @Test
    void anotherPolicyIsToldAndIsNoDrift() throws IOException {
        shop.execute("ALTER TABLE orders ALTER COLUMN total SET DEFAULT 987654");
        take();
        Files.writeString(
                folder.resolve("data-masking-policy.yml"),
                "version: 1\ndatabases:\n  %s:\n    columns:\n      orders.total: {}\n"
                        .formatted(folder.getFileName()));

        Ran drift = live("drift");
        assertThat(drift.out()).startsWith("drift: identical").contains(ANOTHER_POLICY);
        assertThat(drift.out() + drift.err()).doesNotContain("987654");
        assertThat(drift.status()).isZero();
        take();
        Ran diff = offline("snapshot", "diff", "--latest");
        assertThat(diff.out())
                .contains(ANOTHER_POLICY)
                .doesNotContain("987654")
                .doesNotContain("total");
        assertThat(live("drift").out()).doesNotContain(ANOTHER_POLICY);

        shop.execute("ALTER TABLE orders ADD COLUMN note text");
        assertThat(live("drift").out()).startsWith("drift: ahead");
        assertThat(offline("snapshot", "diff", "latest~1", "latest", "--json").out())
                .contains(ANOTHER_POLICY);
    }

    @Test
    void driftIsToldByTheExitStatus() {
        Ran identical = live("drift");
        assertThat(identical.status()).as(identical.out() + identical.err()).isZero();
        assertThat(identical.out()).startsWith("drift: identical");

        shop.execute("CREATE TABLE more (id serial)");
        Ran ahead = live("drift");
        assertThat(ahead.status()).isOne();
        GOLDEN.matches("ahead.txt", ahead.out());
        GOLDEN.matches("ahead.json", live("drift", "--json").out());
        assertThat(live("snapshot", "diff", "--live").out()).contains("+ table public.more");

        shop.execute("DROP TABLE more; DROP VIEW order_total");
        assertThat(live("drift").out()).startsWith("drift: behind");
        shop.execute("ALTER TABLE orders ALTER COLUMN total TYPE bigint");
        assertThat(live("drift").out()).startsWith("drift: diverged");

        Ran without = offline("drift");
        assertThat(without.status()).isEqualTo(2);
    }

    @Test
    void figuresOfPlannerAndActivityAreCompared() {
        shop.execute("INSERT INTO customer SELECT i, 'n' FROM generate_series(1, 5000) i");
        shop.execute("ANALYZE customer");
        shop.execute(
                "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET random_page_cost = 2',"
                        + " current_database()); END $$");
        take();

        Ran planner = offline("snapshot", "diff", "--latest", "--kind", "planner");
        assertThat(planner.status()).as(planner.err()).isZero();
        assertThat(planner.out())
                .containsPattern("~ table public.customer\n    reltuples +unknown → 5000");
        assertThat(planner.out()).containsPattern("~ setting random_page_cost\\s+~ setting 4 → 2");
        Ran activity = offline("snapshot", "diff", "--latest", "--kind", "activity", "--json");
        assertThat(activity.status()).as(activity.err()).isZero();
        assertThat(activity.out()).contains("\"kind\": \"activity\"", "\"short_window\"");
        Ran query = offline("snapshot", "diff", "--latest", "--kind", "query");
        assertThat(query.status()).as(query.err()).isZero();
    }

    @Test
    void wordsThatDoNotFitAreRefused() {
        assertThat(offline("snapshot", "diff").status()).isEqualTo(2);
        assertThat(offline("snapshot", "diff", "latest", "--latest").status()).isEqualTo(2);
        assertThat(live("snapshot", "diff", "--live", "--kind", "planner").status()).isEqualTo(2);
        assertThat(offline("snapshot", "diff", "latest~7", "latest").status()).isEqualTo(2);
    }
}
