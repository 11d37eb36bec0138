package dev.dryrun.cli;

import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReader;
import dev.dryrun.model.NodeStatistics;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.util.List;
import java.util.Optional;

/// Finds, where several servers answer under one label, the capture to compare another with.
///
/// @param file open
/// @param key whose
record SameServer(HistoryFile file, SnapshotKey key) {

    private static final int CAPTURES = 20;

    /// {@return the newest earlier capture of the server that a capture is of; the one before it
    /// where that server, or which it was, is not known}
    ///
    /// @param later of a node's activity or queries
    Optional<SnapshotInfo> before(SnapshotInfo later) {
        List<SnapshotInfo> earlier =
                file.snapshots(key, later.stream(), CAPTURES).stream()
                        .filter(one -> one.takenAt().isBefore(later.takenAt()))
                        .toList();
        Optional<String> server = server(later);
        Optional<SnapshotInfo> same =
                server.isEmpty()
                        ? Optional.empty()
                        : earlier.stream().filter(one -> server(one).equals(server)).findFirst();
        return same.isPresent() ? same : earlier.stream().findFirst();
    }

    /// A node says who it is in its activity, which is captured with its queries.
    private Optional<String> server(SnapshotInfo snapshot) {
        Optional<SnapshotInfo> activity =
                switch (snapshot.stream()) {
                    case Stream.Activity _ -> Optional.of(snapshot);
                    case Stream.Query(String label) ->
                            file.snapshots(key, new Stream.Activity(label), CAPTURES).stream()
                                    .filter(one -> one.takenAt().equals(snapshot.takenAt()))
                                    .findFirst();
                    case Stream.Schema _, Stream.Planner _ -> Optional.empty();
                };
        return activity.map(file::read).flatMap(SameServer::fingerprint);
    }

    private static Optional<String> fingerprint(SnapshotReader reader) {
        return reader.document(NodeStatistics.ABOUT)
                .map(NodeStatistics.class::cast)
                .flatMap(node -> node.fingerprint().known());
    }
}
