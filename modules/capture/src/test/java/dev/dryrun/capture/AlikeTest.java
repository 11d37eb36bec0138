package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.Column;
import dev.dryrun.model.Constraint;
import dev.dryrun.model.Index;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the queries ask once for many that are alike, or do not ask at all, is what the server
/// would have said of each.
final class AlikeTest {

    private static final String TABLES =
            """
            CREATE TABLE one (a int CHECK (a > 0), b text);
            CREATE TABLE same (a int CHECK (a > 0), b text);
            CREATE TABLE other (x int CHECK (x > 0), y text);
            CREATE TABLE rows_of_one (a int, CHECK (rows_of_one IS NOT NULL));
            CREATE TABLE rows_of_two (a int, CHECK (rows_of_two IS NOT NULL));
            CREATE INDEX one_index ON one (lower(b), (a + 1)) WHERE a > 1;
            CREATE INDEX same_index ON same (lower(b), (a + 1)) WHERE a > 1;
            CREATE INDEX other_index ON other (lower(y), (x + 1)) WHERE x > 1;
            """;

    private static final String COMPUTED =
            """
            CREATE TABLE %1$s (
                %2$s int,
                plain text DEFAULT 'one',
                like_a_tree text DEFAULT '{VAR :varno 1}',
                from_column int GENERATED ALWAYS AS (%2$s + 1) STORED,
                from_none text GENERATED ALWAYS AS ('{VAR ') STORED);
            """;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void equalConditionsNameTheColumnsOfTheirOwnTable(PostgresVersion version) {
        Captured captured = Captured.of(version, TABLES);

        assertThat(checks(captured, "one")).containsExactly(Reading.measured("(a > 0)"));
        assertThat(checks(captured, "same")).containsExactly(Reading.measured("(a > 0)"));
        assertThat(checks(captured, "other")).containsExactly(Reading.measured("(x > 0)"));
        assertThat(checks(captured, "rows_of_one"))
                .containsExactly(Reading.measured("(rows_of_one.* IS NOT NULL)"));
        assertThat(checks(captured, "rows_of_two"))
                .containsExactly(Reading.measured("(rows_of_two.* IS NOT NULL)"));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void equalGenerationExpressionsNameTheColumnsOfTheirOwnTable(PostgresVersion version) {
        Captured captured =
                Captured.of(
                        version,
                        COMPUTED.formatted("one", "a")
                                + COMPUTED.formatted("same", "a")
                                + COMPUTED.formatted("other", "x"));

        for (Map.Entry<String, String> each :
                Map.of("one", "a", "same", "a", "other", "x").entrySet()) {
            List<Column> columns = table(captured, each.getKey()).columns();
            assertThat(columns.stream().map(Column::defaultExpression).skip(1).limit(2))
                    .containsExactly(
                            Reading.measured("'one'::text"),
                            Reading.measured("'{VAR :varno 1}'::text"));
            assertThat(columns.stream().skip(3).map(AlikeTest::computed))
                    .containsExactly(
                            Reading.measured("(" + each.getValue() + " + 1)"),
                            Reading.measured("'{VAR '::text"));
        }
    }

    private static Reading<String> computed(Column column) {
        return Objects.requireNonNull(column.generated()).expression();
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void equalIndexExpressionsNameTheColumnsOfTheirOwnTable(PostgresVersion version) {
        Captured captured = Captured.of(version, TABLES);

        for (String name : List.of("one", "same")) {
            Index index = table(captured, name).indexes().getFirst();
            assertThat(index.predicate()).isEqualTo(Reading.measured("(a > 1)"));
            assertThat(index.keys().stream().map(Index.Key::expression))
                    .containsExactly(Reading.measured("lower(b)"), Reading.measured("((a + 1))"));
        }
        Index other = table(captured, "other").indexes().getFirst();
        assertThat(other.predicate()).isEqualTo(Reading.measured("(x > 1)"));
        assertThat(other.keys().stream().map(Index.Key::expression))
                .containsExactly(Reading.measured("lower(y)"), Reading.measured("((x + 1))"));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void emptyTablesAndTheirIndexesAreAsLargeAsTheServerSays(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String database = server.freshDatabase();
        for (String name : List.of("fresh", "undone", "deleted", "truncated")) {
            server.execute(
                    database,
                    """
                    CREATE TABLE %1$s (a int PRIMARY KEY, b text, c int4range, d int[]);
                    CREATE INDEX %1$s_hash ON %1$s USING hash (a);
                    CREATE INDEX %1$s_gin ON %1$s USING gin (d);
                    CREATE INDEX %1$s_gist ON %1$s USING gist (c);
                    CREATE INDEX %1$s_brin ON %1$s USING brin (a);
                    CREATE INDEX %1$s_spgist ON %1$s USING spgist (b);
                    CREATE INDEX %1$s_text ON %1$s (b) WHERE a > 3;
                    """
                            .formatted(name));
        }
        String fill =
                "INSERT INTO %s SELECT i, i::text, int4range(i, i + 1), ARRAY[i]"
                        + " FROM generate_series(1, 5000) i;";
        server.execute(database, "BEGIN; " + fill.formatted("undone") + " ROLLBACK");
        server.execute(database, fill.formatted("deleted") + " DELETE FROM deleted");
        server.execute(database, "VACUUM deleted");
        server.execute(database, fill.formatted("truncated") + " TRUNCATE truncated");

        Map<String, TableStatistics> captured = planner(server, database);
        for (String name : List.of("fresh", "undone", "deleted", "truncated")) {
            List<@Nullable String> sizes =
                    server.query(
                                    database,
                                    "SELECT pg_relation_size('%1$s')::text,".formatted(name)
                                            + " pg_indexes_size('%1$s')::text,".formatted(name)
                                            + " pg_total_relation_size('%1$s')::text"
                                                    .formatted(name))
                            .getFirst();
            TableStatistics table = Objects.requireNonNull(captured.get(name));
            assertThat(
                            List.of(
                                    table.tableSizeBytes(),
                                    table.indexesSizeBytes(),
                                    table.totalSizeBytes()))
                    .as(name)
                    .isEqualTo(
                            sizes.stream()
                                    .map(text ->
                                            Reading.measured(Long.parseLong(String.valueOf(text))))
                                    .toList());
        }
    }

    private static Map<String, TableStatistics> planner(PostgresServer server, String database) {
        Map<String, TableStatistics> captured = new HashMap<>();
        try (CaptureSession session =
                CaptureSession.open(
                        ConnectionUri.parse(server.url(database, "postgres"), Map.of()),
                        Captured.PRIVILEGED)) {
            session.readPlanner(table -> captured.put(table.table().name(), table));
        }
        return captured;
    }

    private static Table table(Captured captured, String name) {
        return captured.object(ObjectKind.TABLE, name, Table.class);
    }

    private static List<Reading<String>> checks(Captured captured, String name) {
        return table(captured, name).constraints().stream().map(Constraint::expression).toList();
    }
}
