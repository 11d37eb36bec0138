package dev.dryrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class BigSchemaTest {

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void itHasWhatItSays(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        BigSchema big = new BigSchema(513);
        String database = "big_" + version.major();

        big.create(server, database);

        String ours = "(SELECT oid FROM pg_namespace WHERE nspname ~ '^area_')";
        String relations = "FROM pg_class WHERE relnamespace IN " + ours + " AND relkind = ";
        assertThat(
                        server.query(
                                database,
                                """
                                SELECT (SELECT count(*) %1$s 'r'), (SELECT sum(relnatts) %1$s 'r'),
                                    (SELECT count(*) %1$s 'i'),
                                    (SELECT count(*) FROM pg_proc WHERE pronamespace IN %2$s),
                                    (SELECT count(DISTINCT (schemaname, tablename)) FROM pg_stats
                                        WHERE schemaname ~ '^area_' AND null_frac = 0)
                                """
                                        .formatted(relations, ours)))
                .containsExactly(
                        List.of(
                                String.valueOf(big.tables()),
                                String.valueOf(big.columns()),
                                String.valueOf(big.indexes()),
                                String.valueOf(big.functions()),
                                String.valueOf(big.filledTables())));
    }

    @Test
    void aSchemaWithoutTablesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BigSchema(0))
                .withMessage("tables: 0");
    }
}
