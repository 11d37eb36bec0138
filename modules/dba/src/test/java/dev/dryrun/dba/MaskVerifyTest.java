package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// `mask verify` on what was captured from real servers.
final class MaskVerifyTest {

    private static final String TABLES =
            """
            CREATE DOMAIN price AS numeric(10, 2);
            CREATE TABLE sale (
                id integer PRIMARY KEY, email text, status text, paid integer, at timestamptz,
                price price, doc jsonb);
            COMMENT ON TABLE sale IS 'ask Ada about it';
            COMMENT ON COLUMN sale.email IS 'of the customer';
            INSERT INTO sale
            SELECT i, 'user' || i % 20 || '@example.org', 'state ' || i % 3,
                   CASE WHEN i % 2 = 0 THEN 1000 + i % 5 ELSE i * 7 END,
                   timestamptz '2024-01-01 00:00:00+00' + make_interval(hours => i),
                   i % 90, jsonb_build_object('k', i % 4)
            FROM generate_series(1, 2000) i;
            CREATE INDEX ON sale (lower(email));
            ANALYZE;
            """;

    private static final String DEFINITIONS =
            """
            CREATE TYPE mood AS ENUM ('glad', 'sad');
            CREATE TABLE person (
                id integer, kind text DEFAULT 'plain' CHECK (kind <> 'odd'),
                email text DEFAULT 'nobody@example.org' CHECK (email <> 'x@example.org'),
                shout text GENERATED ALWAYS AS (upper(coalesce(email, 'none'))) STORED);
            CREATE INDEX ON person (id) WHERE email = 'ada@example.org';
            CREATE INDEX ON person ((email || 'suffix'));
            CREATE STATISTICS together ON (lower(kind)), id FROM person;
            CREATE VIEW seen AS SELECT id, email FROM person WHERE email <> 'b@example.org';
            CREATE POLICY own ON person USING (email = 'c@example.org');
            CREATE FUNCTION found() RETURNS bigint LANGUAGE sql AS
                $$ SELECT count(*) FROM person WHERE email = 'd@example.org' $$;
            CREATE TABLE part (email text) PARTITION BY LIST (email);
            CREATE TABLE part_1 PARTITION OF part FOR VALUES IN ('e@example.org');
            INSERT INTO person (id, email) SELECT i, 'p' || i % 4 FROM generate_series(1, 100) i;
            ANALYZE;
            """;

    private static final String BUCKETS =
            """
            version: 1
            databases:
              shop:
                columns:
                  sale.email:
                  sale.paid: { strategy: bucket, width: 100 }
                  sale.at: { strategy: { name: bucket, width: 1 month } }
                  sale.price: { strategy: bucket, width: 10 }
            """;

    @TempDir private Path folder;

    @BeforeEach
    void beginProject() throws IOException {
        Files.writeString(folder.resolve("dryrun.toml"), "[project]\nid = \"shop\"\n");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void bucketsAreCapturedAndFoundToBeThePolicys(PostgresVersion version) throws IOException {
        write(BUCKETS);

        Ran captured = capture(version);
        Ran verified = run("mask", "verify");
        Ran shown = run("mask", "verify", "--show");

        assertThat(captured.err()).doesNotContain("removed");
        assertThat(verified.err()).isEmpty();
        assertThat(verified.status()).as(verified.out()).isZero();
        assertThat(verified.out())
                .contains("captured under the policy ", "4 columns hidden by bucket, null\n")
                .contains("public.sale.status  text\n    3 most_common_vals\n")
                .contains("public.sale.paid  integer, masked by bucket\n")
                .contains("public.sale.price  numeric, masked by bucket\n")
                .contains("  table public.sale  2\n")
                .contains("Clean: nothing survives that the policy hides.\n")
                .doesNotContain("sale.email ", "lower(email)", "sale.doc", "state 1", "Ada");
        assertThat(shown.out()).contains("state 1", "ask Ada about it", "2024-01-01 00:00:00+00");
        ColumnStatistics paid = column("paid");
        assertThat(paid.mostCommonValues()).isEqualTo(Reading.measured("{1000}"));
        assertThat(paid.mostCommonFrequencies()).isEqualTo(Reading.measured("{0.5005}"));
        assertThat(paid.maskedBy()).isEqualTo("bucket");
        assertThat(column("email").maskedBy()).isEqualTo("null");
        assertThat(column("doc").maskedBy()).isEqualTo("always");
        assertThat(column("status").maskedBy()).isNull();
        AppliedMasking applied = Objects.requireNonNull(planner().masking());
        assertThat(applied.hiddenColumns()).isEqualTo(4);
        assertThat(applied.strategies()).containsExactly("bucket", "null");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void whatThePolicyDoesNotAllowEndsWithOne(PostgresVersion version) throws IOException {
        capture(version, "--no-masks");
        write(BUCKETS);

        Ran verified = run("mask", "verify");
        Ran json = run("mask", "verify", "--json");

        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.out())
                .contains("captured with --no-masks\n")
                .contains("public.sale.email  text\n    20 most_common_vals\n")
                .contains("public.sale: lower  expression, text\n")
                .contains("public.sale.paid  integer; not what its strategy makes\n")
                .contains("warning: the snapshot was captured without this policy\n")
                .contains("\nNot clean: 5 columns with values, 0 definitions")
                .doesNotContain("@example.org");
        assertThat(json.status()).isEqualTo(1);
        assertThat(json.out()).contains("\"clean\": false", "\"no_masks\": true");
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void aChangedPolicyIsSaidAndHeldAgainst(PostgresVersion version) throws IOException {
        write(BUCKETS);
        capture(version);
        write(BUCKETS.replace("width: 100", "width: 1000"));

        Ran verified = run("mask", "verify");

        assertThat(verified.status()).isEqualTo(1);
        assertThat(verified.out())
                .contains("public.sale.paid  integer, masked by bucket; not what its strategy")
                .contains("warning: the policy is not the one that the snapshot was captured");
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void withoutAPolicyNothingIsHeldAgainstTheFileUnlessOneIsRequired(PostgresVersion version)
            throws IOException {
        capture(version);

        Ran verified = run("mask", "verify");
        Files.writeString(
                folder.resolve("dryrun.toml"), "require_masks = true\n[project]\nid = \"shop\"\n");
        Ran required = run("mask", "verify");
        Ran elsewhere = run("mask", "verify", "--database-id", "other", "--masks-file", "none");

        assertThat(verified.status()).isZero();
        assertThat(verified.out()).contains("held to no policy", "Nothing found that is always");
        assertThat(required.status()).isEqualTo(2);
        assertThat(required.err()).contains("require_masks is set");
        assertThat(elsewhere.status()).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource(names = "V18")
    void aStrategyThatCannotMaskAColumnIsAnErrorBeforeAnythingIsWritten(PostgresVersion version)
            throws IOException {
        write(BUCKETS.replace("sale.email:", "sale.email: { strategy: bucket, width: 5 }"));

        Ran captured = capture(version);

        assertThat(captured.status()).isEqualTo(2);
        assertThat(captured.err())
                .contains(":5:7: bucket{width=5} cannot mask public.sale.email, which is text");
        assertThat(folder.resolve(".dryrun/history.db")).doesNotExist();
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void constantsInDefinitionsAreFoundAndMaskingThemAgainChangesNothing(PostgresVersion version)
            throws IOException {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, DEFINITIONS);
        write("version: 1\ndatabases: { shop: { columns: { person.email: } } }\n");

        Ran captured = init(server.url(database, "postgres"));
        Ran verified = run("mask", "verify");
        write("version: 1\ndatabases: { shop: { columns: { person.kind: } } }\n");
        Ran other = run("mask", "verify");

        assertThat(captured.status()).as(captured.err()).isZero();
        assertThat(verified.out()).doesNotContain("Definitions with constants");
        assertThat(verified.status()).as(verified.out()).isZero();
        assertThat(other.status()).isEqualTo(1);
        assertThat(other.out()).contains("Definitions with constants", "  table public.person\n");
    }

    private Ran capture(PostgresVersion version, String... options) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        server.execute(database, TABLES);
        return init(server.url(database, "postgres"), options);
    }

    private Ran init(String url, String... options) {
        List<String> words = new ArrayList<>(List.of("init", "--allow-privileged", "--db", url));
        words.addAll(List.of(options));
        return run(words.toArray(String[]::new));
    }

    private SnapshotInfo planner() {
        try (HistoryFile file = HistoryFile.openForReading(folder.resolve(".dryrun/history.db"))) {
            return file.newest(new SnapshotKey("shop", "shop"), new Stream.Planner()).orElseThrow();
        }
    }

    private ColumnStatistics column(String name) {
        try (HistoryFile file = HistoryFile.openForReading(folder.resolve(".dryrun/history.db"))) {
            SnapshotInfo planner =
                    file.newest(new SnapshotKey("shop", "shop"), new Stream.Planner())
                            .orElseThrow();
            List<ColumnStatistics> found = new ArrayList<>();
            file.read(planner)
                    .forEach(
                            ObjectKind.TABLE,
                            document -> {
                                if (document instanceof TableStatistics table) {
                                    table.columns().stream()
                                            .filter(column -> column.column().equals(name))
                                            .forEach(found::add);
                                }
                            });
            return found.getFirst();
        }
    }

    private void write(String policy) throws IOException {
        Files.writeString(folder.resolve("data-masking-policy.yml"), policy);
    }

    private Ran run(String... arguments) {
        return Ran.in(folder, Map.of(), arguments);
    }
}
