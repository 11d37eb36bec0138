package dev.dryrun.cli;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which servers answered under one label lately: one, or one after the other, or in turns.
///
/// A server that was started again counts as another: its counters may have begun anew.
///
/// @param servers the fingerprints of the captures that have one, newest first
public record ServerRotation(List<String> servers) {

    private static final int CAPTURES = 20;
    private static final Duration WINDOW = Duration.ofDays(30);

    public ServerRotation {
        servers = List.copyOf(servers);
    }

    /// {@return who answered in the newest captures of a label: at most 20, of the last 30 days}
    ///
    /// @param file open
    /// @param key whose
    /// @param label the node's name
    /// @param now the present
    public static ServerRotation of(HistoryFile file, SnapshotKey key, String label, Instant now) {
        List<String> servers = new ArrayList<>();
        for (SnapshotInfo snapshot : file.snapshots(key, new Stream.Activity(label), CAPTURES)) {
            if (Duration.between(snapshot.takenAt(), now).compareTo(WINDOW) <= 0) {
                file.read(snapshot)
                        .document(NodeStatistics.ABOUT)
                        .map(NodeStatistics.class::cast)
                        .flatMap(node -> node.fingerprint().known())
                        .ifPresent(servers::add);
            }
        }
        return new ServerRotation(servers);
    }

    /// {@return how many servers there were}
    public long members() {
        return servers.stream().distinct().count();
    }

    /// {@return whether a server came back after another had answered}
    public boolean oscillating() {
        List<String> runs = new ArrayList<>();
        for (String server : servers) {
            if (runs.isEmpty() || !runs.getLast().equals(server)) {
                runs.add(server);
            }
        }
        return runs.size() > runs.stream().distinct().count();
    }

    /// {@return the number of servers as the table of nodes shows it: `unknown`, `1?` for a single
    /// sighting, `2 (osc.)` where they take turns}
    public String shown() {
        if (servers.isEmpty()) {
            return "unknown";
        }
        if (servers.size() == 1) {
            return "1?";
        }
        return members() + (oscillating() ? " (osc.)" : "");
    }

    /// {@return what the newest capture means for those before it, in one line; empty when the same
    /// server answered}
    public Optional<String> change() {
        if (servers.size() < 2 || servers.getFirst().equals(servers.get(1))) {
            return Optional.empty();
        }
        return Optional.of(
                oscillating()
                        ? members()
                                + " servers answer in turns: their counters do not compare; if the"
                                + " label is a pool, set pool = true or pass --allow-rotation"
                        : "another server than last time, or the same one started anew: its"
                                + " counters do not continue those before");
    }
}
