package dev.dryrun.capture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.model.IndexActivity;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.NodeView;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.StatisticsRow;
import dev.dryrun.model.TableActivity;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class NodeActivityTest {

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void everyViewIsReadOrSaysThatTheVersionHasNone(PostgresVersion version) {
        NodeStatistics node = node(version, "dryrun_reader");

        assertThat(node.fingerprint().known().orElseThrow()).matches("[0-9a-f]{64}");
        assertThat(node(version, "dryrun_reader").fingerprint()).isEqualTo(node.fingerprint());
        assertThat(row(node, NodeView.DATABASE).whole("xact_commit").orElseThrow()).isPositive();
        assertThat(row(node, NodeView.WAL).text("wal_bytes")).isPresent();
        assertThat(row(node, NodeView.BGWRITER).whole("buffers_clean")).isPresent();
        assertThat(node.rows(NodeView.REPLICATION_PEERS)).isEqualTo(Reading.measured(List.of()));
        Reading<List<StatisticsRow>> unsupported = Reading.absent(Reason.UNSUPPORTED_VERSION);
        if (version.major() < 16) {
            assertThat(node.rows(NodeView.IO)).isEqualTo(unsupported);
        } else {
            assertThat(node.rows(NodeView.IO).known().orElseThrow()).hasSizeGreaterThan(10);
        }
        if (version.major() < 17) {
            assertThat(node.rows(NodeView.CHECKPOINTER)).isEqualTo(unsupported);
            assertThat(row(node, NodeView.BGWRITER).whole("checkpoints_timed")).isPresent();
        } else {
            assertThat(row(node, NodeView.CHECKPOINTER).whole("num_timed")).isPresent();
        }
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void slotsAreListed(PostgresVersion version) {
        PostgresServer server = PostgresServer.shared(version);
        String slot = "slot_" + version.major();
        server.execute("postgres", "SELECT pg_create_physical_replication_slot('" + slot + "')");

        assertThat(
                        node(version, "dryrun_reader")
                                .rows(NodeView.REPLICATION_SLOTS)
                                .known()
                                .orElseThrow())
                .extracting(row -> row.text("slot_name"))
                .contains(Optional.of(slot));
        server.execute("postgres", "SELECT pg_drop_replication_slot('" + slot + "')");
    }

    @ParameterizedTest
    @MethodSource("dev.dryrun.testkit.PostgresVersion#matrix")
    void tablesAndIndexesHaveTheCountersOfTheirVersion(PostgresVersion version) {
        TableActivity customer = CapturedShop.of(version).counters("public", "customer");

        assertThat(customer.insSinceVacuum().known()).isPresent();
        assertThat(customer.vacuum().count().known().orElseThrow()).isPositive();
        assertThat(customer.blksHit().known().orElseThrow()).isPositive();
        assertThat(customer.indexes())
                .extracting(IndexActivity::name)
                .contains("customer_pkey", "customer_email_key")
                .isSorted();
        assertThat(customer.indexes().getFirst().idxScan().known()).isPresent();
        if (version.major() < 16) {
            assertThat(customer.lastSeqScanAt())
                    .isEqualTo(Reading.absent(Reason.UNSUPPORTED_VERSION));
        } else {
            assertThat(customer.lastSeqScanAt().known()).isPresent();
            assertThat(customer.tupNewpageUpd().known()).isPresent();
        }
        if (version.major() < 18) {
            assertThat(customer.vacuum().totalTimeMs())
                    .isEqualTo(Reading.absent(Reason.UNSUPPORTED_VERSION));
        } else {
            assertThat(customer.vacuum().totalTimeMs().known()).isPresent();
        }
    }

    private static NodeStatistics node(PostgresVersion version, String user) {
        CapturedShop.of(version);
        try (CaptureSession session =
                CaptureSession.open(
                        ConnectionUri.parse(
                                PostgresServer.shared(version).url("shop_of_capture", user),
                                Map.of()),
                        SessionGuards.DEFAULT)) {
            return session.readNode();
        }
    }

    private static StatisticsRow row(NodeStatistics node, NodeView view) {
        return node.rows(view).known().orElseThrow().getFirst();
    }
}
