package dev.dryrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class StandbyTest {

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#oldestAndNewest")
    void theStandbyFollowsAndRefusesToWrite(PostgresVersion version) {
        try (PostgresServer primary = PostgresServer.start(version)) {
            EveryObject.create(primary, "app");
            try (PostgresServer standby = Standby.of(primary)) {
                primary.execute("app", "CREATE TABLE later AS SELECT 7 AS a");
                Standby.catchUp(primary, standby);

                assertThat(standby.query("app", "SELECT a, pg_is_in_recovery() FROM later"))
                        .containsExactly(List.of("7", "t"));
                assertThat(primary.query("app", "SELECT pg_is_in_recovery()"))
                        .containsExactly(List.of("f"));
                String identity = "SELECT system_identifier FROM pg_control_system()";
                assertThat(standby.query("app", identity))
                        .isEqualTo(primary.query("app", identity));
                assertThat(
                                primary.query(
                                        "app",
                                        "SELECT application_name, state FROM pg_stat_replication"))
                        .containsExactly(List.of("standby", "streaming"));
                assertThatIllegalStateException()
                        .isThrownBy(() -> standby.execute("app", "DROP TABLE later"))
                        .withMessageContaining("read-only transaction");
            }
        }
    }

    @Test
    void aServerThatTestsShareGetsNoStandby() {
        PostgresServer shared = PostgresServer.shared(PostgresVersion.V18);

        assertThatIllegalStateException().isThrownBy(() -> Standby.of(shared));
        assertThat(shared.query("postgres", "SELECT 1")).containsExactly(List.of("1"));
    }
}
