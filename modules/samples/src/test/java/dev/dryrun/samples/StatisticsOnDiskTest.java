package dev.dryrun.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Reading;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.TableStatistics;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StatisticsOnDiskTest {

    private static final QualifiedName TABLE = new QualifiedName("public", "secret");

    private static final String TABLES =
            """
            CREATE TYPE boxed AS (label int, body jsonb);
            CREATE DOMAIN doc AS json CHECK (VALUE IS NOT NULL);
            CREATE TABLE secret (
                id int, open text, j json, b jsonb, a jsonb[], d doc, boxed boxed, boxes boxed[]);
            INSERT INTO secret
            SELECT i, 'visible' || i % 4, doc, doc, ARRAY[doc::jsonb], doc, ROW(i % 3, doc)::boxed,
                   ARRAY[ROW(1, doc)::boxed]
            FROM generate_series(1, 1000) i,
                 LATERAL (SELECT json_build_object('k', 'canary' || i % 4) AS doc) docs;
            CREATE INDEX ON secret ((b ->> 'k'));
            CREATE INDEX ON secret ((b -> 'k'), open);
            CREATE INDEX ON secret (upper(j ->> 'k')) WHERE id > 0;
            CREATE INDEX ON secret (((boxed).body ->> 'k'));
            CREATE INDEX ON secret (upper(open));
            CREATE STATISTICS s_columns (mcv) ON open, b FROM secret;
            CREATE STATISTICS s_expressions ON (b ->> 'k'), (a[1] ->> 'k'), open FROM secret;
            CREATE STATISTICS s_one ON (lower(j ->> 'k')) FROM secret;
            CREATE STATISTICS s_open (mcv) ON open, id FROM secret;
            """;

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void noValueOfADocumentReachesTheFile(PostgresVersion version) throws IOException {
        try (CapturedDatabase database = CapturedDatabase.of(version, TABLES)) {
            String owner = "owner_of_" + version.major();
            database.execute(
                    """
                    CREATE ROLE %1$s; ALTER TABLE secret OWNER TO %1$s;
                    GRANT %1$s TO dryrun_reader;
                    """
                            .formatted(owner));
            database.execute("VACUUM (ANALYZE) secret");
            database.capture();

            try (Catalog catalog = database.open()) {
                TableStatistics statistics = catalog.statistics(TABLE).orElseThrow();
                assertThat(statistics.extended())
                        .as("the data of extended statistics was captured")
                        .hasSize(4)
                        .noneMatch(object ->
                                object.name().name().equals("s_open")
                                        && object.mostCommonValues().known().isEmpty())
                        .filteredOn(object -> object.name().name().equals("s_expressions"))
                        .allSatisfy(object -> assertThat(object.expressions()).hasSize(2));
                assertThat(statistics.columns()).hasSize(8);
                assertThat(statistics.toString())
                        .contains("visible1")
                        .contains("VISIBLE1")
                        .contains(Reading.Reason.MASKED.name())
                        .doesNotContain("canary")
                        .doesNotContain("CANARY");
            }
            Path folder = database.historyFile().getParent();
            try (java.util.stream.Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertThat(bytes.contains("canary1") || bytes.contains("CANARY1"))
                            .as(file.getFileName().toString())
                            .isFalse();
                }
            }
            database.execute(
                    "REASSIGN OWNED BY %1$s TO postgres; DROP OWNED BY %1$s; DROP ROLE %1$s"
                            .formatted(owner));
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void thePlannersHashMovesWithTheStatisticsAndWithNothingElse(PostgresVersion version) {
        try (CapturedDatabase database = CapturedDatabase.of(version, TABLES)) {
            database.execute("CREATE TABLE other (a int)");
            database.execute("VACUUM (ANALYZE, FREEZE)");
            database.capture();
            String first = planner(database).hash();
            database.execute("SELECT count(*) FROM secret; CREATE TEMP TABLE passing (a int)");
            database.capture();
            assertThat(planner(database).hash()).isEqualTo(first);
            assertThat(List.of(planner(database).server().nextXid().known()))
                    .as("though the counter went on")
                    .doesNotContain(java.util.Optional.empty());

            database.execute("INSERT INTO other VALUES (1)");
            database.execute("ANALYZE other");
            database.capture();
            assertThat(planner(database).hash()).isNotEqualTo(first);
        }
    }

    private static SnapshotInfo planner(CapturedDatabase database) {
        try (Catalog catalog = database.open()) {
            return catalog.planner().orElseThrow();
        }
    }
}
