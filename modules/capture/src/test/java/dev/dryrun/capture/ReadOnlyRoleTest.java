package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The role that `dryrun-readonly-role.sql` makes, and what each of its grants is for.
final class ReadOnlyRoleTest {

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void withAllItsGrantsNothingIsMissing(PostgresVersion version) {
        Shop shop = new Shop(version);

        WholeCapture captured = shop.capture();

        assertThat(captured.column("t", "kind").nullFraction()).isEqualTo(Reading.measured(0.0));
        assertThat(captured.column("t", "kind").mostCommonValues().known()).isPresent();
        assertThat(captured.sequences()).containsEntry("q", Reading.measured(7L));
        assertThat(captured.queries().rows().known()).isPresent();
        assertThat(captured.queries().hiddenRows()).isZero();
        assertThat(captured.toString()).doesNotContain("NO_PRIVILEGE");
        shop.drop();
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void withoutReadingDataTheColumnsStatisticsAndTheSequencesAreAbsent(PostgresVersion version) {
        Shop shop = new Shop(version);
        WholeCapture whole = shop.capture();
        shop.run("REVOKE pg_read_all_data FROM " + shop.role);

        WholeCapture captured = shop.capture();

        assertThat(captured.column("t", "kind"))
                .isEqualTo(ColumnStatistics.absent("kind", "text", Reason.NO_PRIVILEGE));
        assertThat(captured.sequences()).containsEntry("q", Reading.absent(Reason.NO_PRIVILEGE));
        assertThat(captured.schema()).isEqualTo(whole.schema());
        assertThat(captured.facts()).isEqualTo(whole.facts());
        assertThat(captured.activity().keySet()).isEqualTo(whole.activity().keySet());
        assertThat(captured.queries().hiddenRows()).isZero();
        shop.drop();
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void withoutReadingStatisticsTheQueriesOfOthersAreHidden(PostgresVersion version) {
        Shop shop = new Shop(version);
        WholeCapture whole = shop.capture();
        shop.run("REVOKE pg_read_all_stats FROM " + shop.role);

        WholeCapture captured = shop.capture();

        assertThat(captured.queries().hiddenRows()).isPositive();
        assertThat(captured.schema()).isEqualTo(whole.schema());
        assertThat(captured.planner()).isEqualTo(whole.planner());
        assertThat(captured.sequences()).isEqualTo(whole.sequences());
        shop.drop();
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void theNarrowFormReadsNoRowAndKnowsWhatTheOwnerLends(PostgresVersion version) {
        Shop shop = new Shop(version);
        WholeCapture whole = shop.capture();
        shop.run("REVOKE pg_read_all_data FROM " + shop.role);
        shop.lend();

        WholeCapture captured = shop.capture();

        assertThatThrownBy(() -> shop.server.queryAs(shop.role, shop.database, "TABLE t"))
                .hasMessageContaining("permission denied");
        assertThat(captured.planner()).containsAllEntriesOf(whole.planner());
        assertThat(captured.sequences())
                .as("the owner may grant SELECT on a sequence: it has no rows of anybody")
                .containsEntry("q", Reading.measured(7L));
        shop.drop();
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void whatTheLenderMayNotReadStaysAbsent(PostgresVersion version) {
        Shop shop = new Shop(version);
        shop.run("REVOKE pg_read_all_data FROM " + shop.role);
        shop.run("CREATE TABLE strange AS SELECT 1 AS a; ANALYZE strange");
        shop.lend();

        WholeCapture captured = shop.capture();

        assertThat(captured.column("t", "kind").nullFraction()).isEqualTo(Reading.measured(0.0));
        assertThat(captured.column("strange", "a"))
                .isEqualTo(ColumnStatistics.absent("a", "integer", Reason.NO_PRIVILEGE));
        shop.drop();
    }

    /// A database with an owner of its own, and the script's role under a name of its own.
    private static final class Shop {

        final PostgresServer server;
        final String database;
        final String role;
        final String owner;

        Shop(PostgresVersion version) {
            server = PostgresServer.shared(version);
            database = server.freshDatabase();
            role = "reader_" + database;
            owner = "owner_" + database;
            run(CapturedShop.roleScript().replace("dryrun_reader", role));
            run("CREATE ROLE %1$s LOGIN; GRANT ALL ON SCHEMA public TO %1$s".formatted(owner));
            run("GRANT CREATE ON DATABASE %s TO %s".formatted(database, owner));
            run("CREATE EXTENSION pg_stat_statements");
            server.executeAs(
                    owner,
                    database,
                    """
                    CREATE TABLE t (id int PRIMARY KEY, kind text);
                    INSERT INTO t SELECT i, 'kind ' || i % 3 FROM generate_series(1, 300) i;
                    CREATE SEQUENCE q; SELECT setval('q', 7);
                    """);
            server.executeAs(owner, database, "VACUUM ANALYZE t");
        }

        /// What the script's last part tells the owner to run.
        void lend() {
            String script = CapturedShop.roleScript().replace("dryrun_reader", role);
            String owners =
                    script.substring(script.indexOf("--     CREATE SCHEMA dryrun;"))
                            .lines()
                            .takeWhile(line -> line.startsWith("--     "))
                            .map(line -> line.substring(2).strip())
                            .reduce("", (one, other) -> one + other + "\n");
            server.executeAs(owner, database, owners);
        }

        WholeCapture capture() {
            return WholeCapture.by(role, server, database);
        }

        void run(String sql) {
            server.execute(database, sql);
        }

        void drop() {
            run("DROP OWNED BY %1$s, %2$s CASCADE".formatted(owner, role));
            run("DROP ROLE %1$s, %2$s".formatted(owner, role));
        }
    }
}
