package dev.dryrun.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dryrun.model.InputException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SnapshotListCommandTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "24h, 2026-03-09T12:00:00Z",
        "2w, 2026-02-24T12:00:00Z",
        "2026-03-01, 2026-03-01T00:00:00Z",
        "2026-03-01 08:30:00, 2026-03-01T08:30:00Z",
        "2026-03-01T08:30:00+01:00, 2026-03-01T07:30:00Z"
    })
    void agesDatesAndTimesAreUnderstood(String text, Instant expected) {
        assertThat(SnapshotListCommand.instant(text, NOW)).isEqualTo(expected);
    }

    @Test
    void anythingElseIsRefused() {
        for (String text : new String[] {"-7d", "yesterday", "", "2026-13-01"}) {
            assertThatThrownBy(() -> SnapshotListCommand.instant(text, NOW))
                    .as(text)
                    .isInstanceOf(InputException.class);
        }
    }
}
