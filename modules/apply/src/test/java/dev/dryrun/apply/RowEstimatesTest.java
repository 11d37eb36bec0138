package dev.dryrun.apply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// An empty database with production's statistics expects the rows that production expects.
final class RowEstimatesTest {

    private static final String SCHEMA =
            """
            CREATE TYPE status AS ENUM ('new', 'paid', 'sent', 'void');
            CREATE TABLE customers (
                id int PRIMARY KEY, name text NOT NULL, city text, country text, email text,
                tags text[], since date);
            CREATE TABLE orders (
                id bigint PRIMARY KEY, customer_id int NOT NULL REFERENCES customers, status status,
                total numeric(10, 2), placed_at timestamptz NOT NULL, note text, span int4range,
                attributes jsonb);
            CREATE TABLE items (
                order_id bigint NOT NULL REFERENCES orders, line int NOT NULL, sku text, qty int,
                price numeric, PRIMARY KEY (order_id, line));
            CREATE TABLE events (id bigint, at date NOT NULL, kind text, payload text)
                PARTITION BY RANGE (at);
            CREATE TABLE events_1 PARTITION OF events FOR VALUES FROM ('2024-01-01') TO
                ('2024-04-01');
            CREATE TABLE events_2 PARTITION OF events FOR VALUES FROM ('2024-04-01') TO
                ('2024-07-01');
            CREATE TABLE events_3 PARTITION OF events DEFAULT;
            CREATE INDEX orders_customer ON orders (customer_id);
            CREATE INDEX orders_open ON orders (placed_at) WHERE status = 'new';
            CREATE INDEX customers_lower ON customers (lower(email));
            CREATE INDEX orders_day ON orders ((date_trunc('day', placed_at AT TIME ZONE 'UTC')));
            CREATE INDEX customers_tags ON customers USING gin (tags);
            CREATE INDEX orders_span ON orders USING gist (span);
            CREATE STATISTICS customers_places (ndistinct, dependencies, mcv)
                ON city, country FROM customers;
            CREATE STATISTICS items_price ON (qty * price) FROM items;
            CREATE STATISTICS orders_both (mcv) ON status, customer_id FROM orders;
            """;

    private static final String ROWS =
            """
            INSERT INTO customers SELECT g, 'name ' || g % 700, 'city ' || g % 90,
                'country ' || g % 90 / 9, 'User' || g || '@example.org',
                ARRAY['t' || g % 12, 'u' || g % 5], date '2020-01-01' + g % 1000
                FROM generate_series(1, 8000) g;
            INSERT INTO orders SELECT g, 1 + (g * g) % 8000,
                (ARRAY['paid', 'paid', 'paid', 'sent', 'sent', 'new', 'void'])[1 + g % 7]::status,
                (g * 37 % 100000) / 100.0, timestamptz '2024-01-01 00:00+00' + g * interval '3 min',
                CASE WHEN g % 4 = 0 THEN 'note ' || g % 300 END,
                CASE WHEN g % 9 = 0 THEN 'empty' ELSE int4range(g % 500, g % 500 + g % 40 + 1) END,
                jsonb_build_object('k', g % 10) FROM generate_series(1, 40000) g;
            INSERT INTO items SELECT o, l, 'sku-' || (o * l) % 999, 1 + (o + l) % 6, (o % 500) /
                10.0
                FROM generate_series(1, 30000) o, generate_series(1, 3) l;
            INSERT INTO events SELECT g, date '2024-01-01' + g % 250, 'kind ' || g % 9, md5(g::text)
                FROM generate_series(1, 30000) g;
            """;

    private static final List<String> QUERIES =
            List.of(
                    "SELECT * FROM customers",
                    "SELECT * FROM customers WHERE id = 7",
                    "SELECT * FROM customers WHERE id BETWEEN 100 AND 900",
                    "SELECT * FROM customers WHERE city = 'city 3'",
                    "SELECT * FROM customers WHERE city = 'city 3' AND country = 'country 0'",
                    "SELECT * FROM customers WHERE city = 'city 3' AND country = 'country 5'",
                    "SELECT city, country FROM customers GROUP BY city, country",
                    "SELECT country FROM customers GROUP BY country",
                    "SELECT * FROM customers WHERE lower(email) = 'user77@example.org'",
                    "SELECT * FROM customers WHERE lower(email) LIKE 'user7%'",
                    "SELECT * FROM customers WHERE name LIKE 'name 1%'",
                    "SELECT * FROM customers WHERE name LIKE '%99'",
                    "SELECT * FROM customers WHERE tags @> ARRAY['t3']",
                    "SELECT * FROM customers WHERE tags && ARRAY['t3', 'u1']",
                    "SELECT * FROM customers WHERE 'u2' = ANY (tags)",
                    "SELECT * FROM customers WHERE since > '2022-01-01'",
                    "SELECT * FROM orders",
                    "SELECT * FROM orders WHERE customer_id = 42",
                    "SELECT * FROM orders WHERE status = 'new'",
                    "SELECT * FROM orders WHERE status = 'new' AND placed_at < '2024-02-01'",
                    "SELECT * FROM orders WHERE status IN ('void', 'sent')",
                    "SELECT * FROM orders WHERE status = 'paid' AND customer_id = 1",
                    "SELECT * FROM orders WHERE total > 900",
                    "SELECT * FROM orders WHERE total BETWEEN 10 AND 20 AND note IS NULL",
                    "SELECT * FROM orders WHERE note IS NOT NULL",
                    "SELECT * FROM orders WHERE note = 'note 8'",
                    "SELECT * FROM orders WHERE date_trunc('day', placed_at AT TIME ZONE 'UTC')"
                            + " = '2024-02-03'",
                    "SELECT * FROM orders WHERE placed_at >= '2024-03-01'",
                    "SELECT status FROM orders GROUP BY status",
                    "SELECT customer_id, status FROM orders GROUP BY 1, 2",
                    "SELECT * FROM items WHERE qty * price > 100",
                    "SELECT * FROM items WHERE sku = 'sku-5' AND qty = 2",
                    "SELECT * FROM items WHERE order_id < 500",
                    "SELECT * FROM customers c JOIN orders o ON o.customer_id = c.id",
                    "SELECT * FROM customers c JOIN orders o ON o.customer_id = c.id"
                            + " WHERE c.country = 'country 4' AND o.status = 'paid'",
                    "SELECT * FROM orders o JOIN items i ON i.order_id = o.id WHERE o.total > 990",
                    "SELECT * FROM customers c JOIN orders o ON o.customer_id = c.id"
                            + " JOIN items i ON i.order_id = o.id WHERE c.city = 'city 8'",
                    "SELECT * FROM customers c WHERE EXISTS (SELECT FROM orders o"
                            + " WHERE o.customer_id = c.id AND o.total > 999)",
                    "SELECT * FROM events WHERE at BETWEEN '2024-02-01' AND '2024-02-20'",
                    "SELECT * FROM events WHERE kind = 'kind 3'",
                    "SELECT * FROM events WHERE at = '2024-05-05' AND kind = 'kind 1'",
                    "SELECT at FROM events GROUP BY at",
                    "SELECT * FROM events e JOIN orders o ON o.id = e.id WHERE e.at < '2024-02-01'",
                    "SELECT * FROM orders WHERE span && int4range(10, 20)",
                    "SELECT * FROM orders WHERE span @> 100",
                    "SELECT * FROM orders WHERE isempty(span)");

    private static final Pattern ROW_COUNT = Pattern.compile("rows=(\\d+)");

    @TempDir private Path folder;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void anEmptyDatabaseExpectsTheRowsOfProduction(PostgresVersion version) {
        try (Clone clone = Clone.of(version, SCHEMA, ROWS, folder)) {
            int before = QUERIES.size() - wrong(clone).size();
            Applied applied = clone.apply(new ApplyOptions(Scale.AUTO, false));
            List<String> wrong = wrong(clone);

            assertThat(QUERIES).hasSizeGreaterThanOrEqualTo(40);
            assertThat(applied.leftOut()).isEmpty();
            assertThat(applied.extended()).isEqualTo(3);
            assertThat(applied.pagesMade()).isEqualTo(applied.scaled()).isEqualTo(6);
            assertThat(before).as("or statistics would not matter").isLessThan(5);
            // Before 17 no view shows the statistics of ranges, so none were captured.
            assertThat(wrong)
                    .allMatch(query -> version.major() < 17 && query.contains("span"))
                    .hasSizeLessThanOrEqualTo(2);
        }
    }

    private static List<String> wrong(Clone clone) {
        List<String> wrong = new ArrayList<>();
        for (String query : QUERIES) {
            double there = rows(clone.production(), clone.source(), query);
            double here = rows(clone.server(), clone.database(), query);
            if (Math.abs(here - there) > there / 100) {
                wrong.add("%.0f, not %.0f: %s".formatted(here, there, query));
            }
        }
        return wrong;
    }

    private static double rows(PostgresServer server, String database, String query) {
        String top =
                String.valueOf(server.query(database, "EXPLAIN " + query).getFirst().getFirst());
        Matcher matcher = ROW_COUNT.matcher(top);
        assertThat(matcher.find()).as(top).isTrue();
        return Double.parseDouble(matcher.group(1));
    }
}
