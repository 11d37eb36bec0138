package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.CapturedQuery;
import dev.dryrun.model.QueryStatisticsInfo;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class QueryReaderTest {

    private record Read(QueryStatisticsInfo info, List<CapturedQuery> queries) {}

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void queriesOfThisDatabaseAreReadWhereverTheExtensionIs(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = database(server);
        server.execute(
                database,
                """
                CREATE SCHEMA "Ex ten";
                CREATE EXTENSION pg_stat_statements SCHEMA "Ex ten";
                GRANT USAGE ON SCHEMA "Ex ten" TO dryrun_reader;
                CREATE TABLE t (a int);
                """);
        server.query(database, "SELECT a AS looked_for FROM t WHERE a = 1");
        server.query(database, "SELECT a AS looked_for FROM t WHERE a = 2");
        server.execute(database, "ALTER TABLE t ADD b int");

        Read read = read(server, database, "dryrun_reader", 500);

        assertThat(read.info.extensionVersion().known().orElseThrow()).startsWith("1.");
        assertThat(read.info.rows().known().orElseThrow()).isPositive();
        assertThat(read.info.hiddenRows()).isZero();
        assertThat(read.info.droppedRows()).as("DDL").isPositive();
        assertThat(read.info.deallocAfter().known()).isPresent();
        assertThat(read.info.settings()).containsEntry("pg_stat_statements.track", "top");
        CapturedQuery query =
                read.queries.stream()
                        .filter(one -> one.text().contains("looked_for"))
                        .findFirst()
                        .orElseThrow();
        assertThat(query.member().counters().calls()).isEqualTo(2);
        assertThat(query.member().counters().readTimeMs())
                .isEqualTo(Reading.absent(Reason.NONE_KEPT));
        assertThat(read.queries)
                .noneMatch(one -> one.text().startsWith("ALTER"))
                .isSortedAccordingTo((one, other) ->
                        Double.compare(
                                other.member().counters().totalTimeMs(),
                                one.member().counters().totalTimeMs()));
        assertThat(read(server, database, "dryrun_reader", 1).queries).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void whatMayNotBeReadOrIsNotThereIsAbsentAndNoError(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = database(server);
        Read none = read(server, database, "dryrun_reader", 500);
        assertThat(none.queries).isEmpty();
        assertThat(none.info.extensionVersion()).isEqualTo(Reading.absent(Reason.NONE_KEPT));
        assertThat(none.info.rows()).isEqualTo(Reading.absent(Reason.NONE_KEPT));

        String role = "without_" + database;
        server.execute(
                database,
                """
                CREATE SCHEMA shut;
                CREATE EXTENSION pg_stat_statements SCHEMA shut;
                CREATE ROLE %s LOGIN;
                """
                        .formatted(role));
        assertThat(read(server, database, role, 500).info.rows())
                .isEqualTo(Reading.absent(Reason.NO_PRIVILEGE));
        server.execute(database, "GRANT USAGE ON SCHEMA shut TO " + role);
        QueryStatisticsInfo hidden = read(server, database, role, 500).info;
        assertThat(hidden.hiddenRows()).as("what other roles ran").isPositive();
        server.execute(database, "DROP OWNED BY " + role + "; DROP ROLE " + role);
    }

    @ParameterizedTest
    @CsvSource({
        "SELECT 1,true",
        "' /* a */ -- b\n (with x as (select 1) select 1)',true",
        "Values (1),true",
        "selection,false",
        "ALTER TABLE t ADD b int,false",
        "/* never ends,false",
        "'',false",
    })
    void theFirstWordDecides(String text, boolean query) {
        assertThat(QueryText.isQuery(text)).isEqualTo(query);
    }

    private static String database(PostgresServer server) {
        String database = server.freshDatabase();
        synchronized (server) {
            server.execute(database, CapturedShop.roleScript());
        }
        return database;
    }

    private static Read read(PostgresServer server, String database, String user, long rowCap) {
        try (CaptureSession session =
                CaptureSession.open(
                        ConnectionUri.parse(server.url(database, user), Map.of()),
                        SessionGuards.DEFAULT)) {
            List<CapturedQuery> queries = new ArrayList<>();
            return new Read(session.readQueries(rowCap, queries::add), queries);
        }
    }
}
