package dev.dryrun.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.SqlError;
import dev.dryrun.pgquery.PgQuery;
import dev.dryrun.samples.CapturedDatabase;
import dev.dryrun.testkit.EveryObject;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// SQL that others wrote and that a server has accepted.
final class AcceptedSqlTest {

    /// What is said of types, functions and schemas that are not there.
    private static final Set<String> OF_DEFINITIONS = Set.of("42704", "42883", "3F000");

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void noViewOfTheServerItselfIsRefused(PostgresVersion version) {
        List<String> refused = new ArrayList<>();
        int views = 0;
        try (CapturedDatabase captured = CapturedDatabase.of(version, "SELECT 1");
                Catalog catalog = captured.open()) {
            QueryCheck check = new QueryCheck(PgQuery.load(), catalog);
            for (List<@Nullable String> view :
                    PostgresServer.shared(version)
                            .query(
                                    database(captured),
                                    "SELECT pg_get_viewdef(oid) FROM pg_class"
                                            + " WHERE relkind = 'v' AND oid < 16384")) {
                String sql = String.valueOf(view.getFirst());
                errors(check, sql).forEach(error -> refused.add(error + "\n" + sql));
                views++;
            }
        }
        assertThat(refused).isEmpty();
        assertThat(views).isGreaterThan(120);
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void noDefinitionOfAnyKindOfObjectIsRefused(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        List<String> refused = new ArrayList<>();
        try (CapturedDatabase captured = CapturedDatabase.of(version, "SELECT 1")) {
            // Makes what is common to all databases of the server.
            EveryObject.create(server, "every_of_query");
            EveryObject.statements(version).forEach(captured::execute);
            captured.capture();
            try (Catalog catalog = captured.open()) {
                QueryCheck check = new QueryCheck(PgQuery.load(), catalog);
                for (String sql : EveryObject.statements(version)) {
                    errors(check, sql).stream()
                            .filter(error -> OF_DEFINITIONS.contains(error.sqlstate()))
                            .forEach(error -> refused.add(error + "\n" + sql));
                }
                catalog.forEachView(view ->
                        errors(check, view.definition().known().orElseThrow())
                                .forEach(error -> refused.add(error + "\n" + view)));
            }
            dropSubscriptions(captured, server);
        }
        assertThat(refused).isEmpty();
    }

    /// A database with one cannot be dropped.
    private static void dropSubscriptions(CapturedDatabase captured, PostgresServer server) {
        for (List<@Nullable String> found :
                server.query(
                        database(captured),
                        "SELECT quote_ident(subname) FROM pg_subscription JOIN pg_database d"
                                + " ON d.oid = subdbid WHERE datname = current_database()")) {
            String name = found.getFirst();
            captured.execute("ALTER SUBSCRIPTION " + name + " SET (slot_name = NONE)");
            captured.execute("DROP SUBSCRIPTION " + name);
        }
    }

    private static String database(CapturedDatabase captured) {
        return captured.url().substring(captured.url().lastIndexOf('/') + 1);
    }

    private static List<SqlError> errors(QueryCheck check, String sql) {
        return check.check(sql).stream().flatMap(verdict -> verdict.errors().stream()).toList();
    }
}
