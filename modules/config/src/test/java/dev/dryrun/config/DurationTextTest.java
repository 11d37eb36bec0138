package dev.dryrun.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "90s, PT1M30S",
        "1h30m, PT1H30M",
        "1.5h, PT1H30M",
        "250ms, PT0.25S",
        "7d, PT168H",
        "2w, PT336H",
    })
    void whatPeopleWriteIsUnderstood(String text, Duration duration) {
        assertThat(DurationText.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "d", "-7d", "7 d", "7d!", "x7d", "1y", "9999999999999d", "1..5h"})
    void whatIsNoDurationIsRefused(String text) {
        assertThat(DurationText.parse(text)).isEmpty();
    }
}
