package dev.dryrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotWriter;
import dev.dryrun.masking.Masker;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.Reading;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SameServerTest {

    private static final SnapshotKey KEY = new SnapshotKey("shop", "shop");
    private static final ServerInfo SERVER =
            new ServerInfo(
                    180006, "18.6", "shop", Reading.absent(Reading.Reason.NO_PRIVILEGE), true);

    @Test
    void aPoolsCaptureIsComparedWithTheSameServersEarlierOne(@TempDir Path folder) {
        try (HistoryFile file = HistoryFile.openForWriting(folder.resolve("history.db"))) {
            SnapshotInfo one = capture(file, 1, "a");
            SnapshotInfo two = capture(file, 2, "b");
            SnapshotInfo three = capture(file, 3, "a");
            SnapshotInfo four = capture(file, 4, "c");
            SameServer server = new SameServer(file, KEY);

            assertThat(server.before(three)).contains(one);
            assertThat(server.before(two)).as("never seen before").contains(one);
            assertThat(server.before(four)).contains(three);
            assertThat(server.before(one)).isEmpty();
        }
    }

    private static SnapshotInfo capture(HistoryFile file, int hour, String fingerprint) {
        Instant at = Instant.parse("2026-01-01T0" + hour + ":00:00Z");
        NodeStatistics node =
                new NodeStatistics(Reading.measured(fingerprint), Instant.EPOCH, Map.of());
        try (SnapshotWriter writer = file.write(KEY, SERVER, at)) {
            writer.add(new Stream.Activity("pool"), Masker.alwaysOn().mask(node));
            return writer.commit().getFirst();
        }
    }
}
