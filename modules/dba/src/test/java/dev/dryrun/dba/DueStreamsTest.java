package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.config.Node;
import dev.dryrun.config.NodeRole;
import dev.dryrun.config.Secret;
import dev.dryrun.config.StreamKind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class DueStreamsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @Test
    void whatWasNeverCapturedIsDue() {
        Node node = node(Duration.ofDays(9), Map.of());

        assertThat(DueStreams.due(node, StreamKind.ACTIVITY, Optional.empty(), NOW)).isTrue();
    }

    @Test
    void theIntervalDecidesToTheSecond() {
        Node node = node(Duration.ofHours(1), Map.of());

        assertThat(due(node, StreamKind.ACTIVITY, Duration.ofSeconds(3_599))).isFalse();
        assertThat(due(node, StreamKind.ACTIVITY, Duration.ofHours(1))).isTrue();
    }

    @Test
    void aSchemaWaitsADayUnlessItsOwnIntervalSaysOtherwise() {
        Node hourly = node(Duration.ofHours(1), Map.of());
        Node own = node(Duration.ofHours(1), Map.of(StreamKind.SCHEMA, Duration.ofMinutes(5)));
        Node weekly = node(Duration.ofDays(7), Map.of());

        assertThat(due(hourly, StreamKind.SCHEMA, Duration.ofHours(23))).isFalse();
        assertThat(due(hourly, StreamKind.SCHEMA, Duration.ofHours(24))).isTrue();
        assertThat(due(own, StreamKind.SCHEMA, Duration.ofMinutes(5))).isTrue();
        assertThat(due(weekly, StreamKind.SCHEMA, Duration.ofDays(2))).isFalse();
    }

    private static boolean due(Node node, StreamKind kind, Duration age) {
        return DueStreams.due(node, kind, Optional.of(NOW.minus(age)), NOW);
    }

    private static Node node(Duration interval, Map<StreamKind, Duration> intervals) {
        return new Node(
                "n", NodeRole.AUTO, new Secret("x"), null, List.of(), interval, intervals, false);
    }
}
