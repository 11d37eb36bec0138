package dev.dryrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ServerRotationTest {

    /// Newest first.
    @ParameterizedTest
    @CsvSource({
        "'', unknown, ''",
        "a, 1?, ''",
        "a a a, 1, ''",
        "b a, 2, another server than last time",
        "b b a, 2, ''",
        "c b a, 3, another server than last time",
        "a b a, 2 (osc.), 2 servers answer in turns",
        "a a b a, 2 (osc.), ''",
        "c a b a, 3 (osc.), 3 servers answer in turns"
    })
    void membersAndTurnsAreToldFromTheFingerprints(String servers, String shown, String change) {
        ServerRotation rotation =
                new ServerRotation(servers.isEmpty() ? List.of() : List.of(servers.split(" ", -1)));

        assertThat(rotation.shown()).isEqualTo(shown);
        assertThat(rotation.change().orElse("")).startsWith(change);
        assertThat(rotation.change().isEmpty()).isEqualTo(change.isEmpty());
    }
}
