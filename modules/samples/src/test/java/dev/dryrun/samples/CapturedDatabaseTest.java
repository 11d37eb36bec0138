package dev.dryrun.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.testkit.PostgresVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CapturedDatabaseTest {

    private static final QualifiedName T = new QualifiedName("public", "t");

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void whatWasMadeIsInTheCatalog(PostgresVersion version) {
        try (CapturedDatabase captured =
                        CapturedDatabase.of(version, "CREATE TABLE t (a bigint PRIMARY KEY)");
                Catalog catalog = captured.open()) {
            assertThat(catalog.schema().server().major()).isEqualTo(version.major());
            assertThat(catalog.table(T).orElseThrow().primaryKey()).isPresent();
            assertThat(catalog.statistics(T)).isPresent();
            assertThat(catalog.activity(T)).hasSize(1);
        }
    }

    @Test
    void aSecondCaptureShowsWhatChanged() {
        try (CapturedDatabase captured =
                CapturedDatabase.of(PostgresVersion.V18, "CREATE TABLE t (a bigint)")) {
            captured.execute("ALTER TABLE t ADD b text");
            try (Catalog before = captured.open()) {
                assertThat(before.table(T).orElseThrow().column("b")).isEmpty();
            }
            captured.capture();
            try (Catalog after = captured.open()) {
                assertThat(after.table(T).orElseThrow().column("b")).isPresent();
            }
        }
    }

    @Test
    void theDemoDatabaseHasStatistics() {
        try (CapturedDatabase captured = CapturedDatabase.ofDemo(PostgresVersion.V18);
                Catalog catalog = captured.open()) {
            assertThat(catalog.statistics(new QualifiedName("public", "customer")).orElseThrow())
                    .extracting(statistics -> statistics.columns().isEmpty())
                    .isEqualTo(false);
        }
    }

    @Test
    void closingLeavesNothingBehind() {
        CapturedDatabase captured = CapturedDatabase.of(PostgresVersion.V18, "SELECT 1");
        assertThat(captured.historyFile()).exists();
        captured.close();
        assertThat(captured.historyFile().resolve("../..").normalize()).doesNotExist();
    }
}
