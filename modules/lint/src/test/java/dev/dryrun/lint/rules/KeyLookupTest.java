package dev.dryrun.lint.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What we say of an index is compared with what the planner does.
final class KeyLookupTest {

    /// For each foreign key: the lookup that the server makes in the referencing table, with values
    /// that the planner does not know, and how many columns it has.
    private static final String LOOKUPS =
            """
            SELECT format('EXPLAIN SELECT 1 FROM %s x WHERE %s FOR KEY SHARE',
                          c.conrelid::regclass,
                          string_agg(format('%I = (SELECT NULL::%s)', a.attname,
                                            format_type(a.atttypid, NULL)), ' AND ')),
                   count(*)
            FROM pg_constraint c
            CROSS JOIN unnest(c.conkey) AS k (attnum)
            JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.attnum
            WHERE c.contype = 'f'
            GROUP BY c.oid, c.conrelid
            """;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void thePlannerUsesEveryIndexThatPasses(PostgresVersion version) throws IOException {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        Path good = Path.of("src/test/golden/rules/constraints-fk-has-index/good.sql");
        server.execute(
                database,
                Files.readString(Path.of(System.getProperty("basedir", ".")).resolve(good)));
        server.execute(database, "ALTER DATABASE " + database + " SET enable_seqscan = off");
        List<List<@Nullable String>> lookups = server.query(database, LOOKUPS);
        assertThat(lookups).hasSizeGreaterThanOrEqualTo(10);
        for (List<@Nullable String> lookup : lookups) {
            String explain = String.valueOf(lookup.getFirst());
            String plan =
                    server.query(database, explain).stream()
                            .map(row -> String.valueOf(row.getFirst()))
                            .collect(Collectors.joining("\n"));
            String conditions =
                    plan.lines()
                            .filter(line -> line.contains("Index Cond: "))
                            .findFirst()
                            .orElse("");
            assertThat(conditions.split(" = ", -1))
                    .as(explain + "\n" + plan)
                    .hasSize(Integer.parseInt(String.valueOf(lookup.getLast())) + 1);
        }
    }
}
