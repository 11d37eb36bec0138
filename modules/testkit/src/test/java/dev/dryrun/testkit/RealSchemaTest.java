package dev.dryrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RealSchemaTest {

    /// The tables that each product has, counted in a database that the product had set up.
    private static final Map<RealSchema, Integer> TABLES =
            Map.of(
                    RealSchema.FLOWABLE, 41,
                    RealSchema.DSPACE, 64,
                    RealSchema.QUARTZ, 11,
                    RealSchema.SPRING_BATCH, 6,
                    RealSchema.GRAPHILE_WORKER, 4,
                    RealSchema.LOGTO, 79);

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void everySchemaLoadsWhole(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);

        assertThat(RealSchema.available())
                .isNotEmpty()
                .allSatisfy(schema ->
                        assertThat(tables(server, schema.load(server)))
                                .as(schema.name())
                                .isEqualTo(TABLES.get(schema)));
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void aSchemaCanBeLoadedTwiceOnOneServer(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        RealSchema last = RealSchema.available().getLast();

        List<String> databases = List.of(last.load(server), last.load(server));

        assertThat(databases).doesNotHaveDuplicates();
    }

    private static int tables(PostgresServer server, String database) {
        return server.query(
                        database,
                        "SELECT oid FROM pg_class WHERE relkind IN ('r', 'p') AND oid > 16383")
                .size();
    }
}
