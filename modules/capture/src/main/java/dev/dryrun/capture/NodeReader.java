package dev.dryrun.capture;

import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.NodeView;
import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.StatisticsRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/// Reads what a server says of itself: each view by itself, so that one that cannot be read costs
/// no other.
record NodeReader(Connection connection) {

    NodeStatistics read(Reading<String> systemIdentifier) throws SQLException {
        Instant startedAt = startedAt();
        Map<NodeView, Reading<List<StatisticsRow>>> views = new EnumMap<>(NodeView.class);
        for (NodeView view : NodeView.values()) {
            views.put(view, rows(view));
        }
        return new NodeStatistics(
                systemIdentifier.map(identifier -> fingerprint(identifier, startedAt)),
                startedAt,
                views);
    }

    private Instant startedAt() throws SQLException {
        try (Rows row = new CatalogQuery("node").run(connection)) {
            row.next();
            return row.instant("started_at");
        }
    }

    private Reading<List<StatisticsRow>> rows(NodeView view) throws SQLException {
        Savepoint before = connection.setSavepoint();
        try (Rows row = new CatalogQuery(view.word()).run(connection)) {
            List<StatisticsRow> rows = new ArrayList<>();
            while (row.next()) {
                SortedMap<String, String> values = row.values();
                if (values.containsKey("hidden")) {
                    return Reading.absent(Reason.NO_PRIVILEGE);
                }
                rows.add(new StatisticsRow(values));
            }
            return Reading.measured(rows);
        } catch (SQLException e) {
            Reason reason = why(e);
            connection.rollback(before);
            return Reading.absent(reason);
        }
    }

    /// Only what the server refuses to show is absent; what ends the capture is thrown on.
    static Reason why(SQLException e) throws SQLException {
        return switch (String.valueOf(e.getSQLState())) {
            case "42501" -> Reason.NO_PRIVILEGE;
            case "42P01", "42703", "42883" -> Reason.UNSUPPORTED_VERSION;
            // Loaded by no shared_preload_libraries; a function of a primary on a standby.
            case "55000", "0A000" -> Reason.NONE_KEPT;
            default -> throw e;
        };
    }

    private static String fingerprint(String systemIdentifier, Instant startedAt) {
        String text = systemIdentifier + "/" + ChronoUnit.MICROS.between(Instant.EPOCH, startedAt);
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
