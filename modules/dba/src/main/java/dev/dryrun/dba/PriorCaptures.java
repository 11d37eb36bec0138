package dev.dryrun.dba;

import dev.dryrun.cli.ServerRotation;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/// What was captured before, and whether what is about to be captured belongs to it.
///
/// @param historyFile where it is; need not exist
/// @param key whose
record PriorCaptures(Path historyFile, SnapshotKey key) {

    /// Snapshots that one look back passes over because their clock was ahead.
    private static final int LOOK_BACK = 50;

    /// Refuses a server that is not the one whose schema is known: same key, other database.
    ///
    /// @param server who answers
    void refuseAnother(ServerInfo server) {
        Optional<ServerInfo> known = newest(new Stream.Schema()).map(SnapshotInfo::server);
        if (known.isEmpty()) {
            return;
        }
        Optional<String> before = known.get().systemIdentifier().known();
        Optional<String> now = server.systemIdentifier().known();
        String difference = "";
        if (!known.get().database().equals(server.database())) {
            difference =
                    "\""
                            + server.database()
                            + "\", and the snapshots of "
                            + key
                            + " are of \""
                            + known.get().database()
                            + "\"";
        } else if (before.isPresent() && now.isPresent() && !before.equals(now)) {
            difference =
                    "\"" + server.database() + "\" of another cluster than the snapshots of " + key;
        }
        if (!difference.isEmpty()) {
            throw new CaptureException(
                    ErrorCode.SERVER_CHANGED,
                    "the connection leads to the database " + difference,
                    "choose the profile of this database, or pass --force if it has moved");
        }
    }

    /// Refuses a node that has changed its role since it was last captured.
    ///
    /// @param label the node's name
    /// @param server who answers
    void refuseChangedRole(String label, ServerInfo server) {
        Optional<SnapshotInfo> known = newest(new Stream.Activity(label));
        if (known.isPresent() && known.get().server().standby() != server.standby()) {
            throw roleChanged(
                    "\"" + label + "\" was a " + role(known.get().server()) + " when last captured",
                    server,
                    "give it another label, or pass --allow-role-change");
        }
    }

    static CaptureException roleChanged(String expected, ServerInfo server, String hint) {
        return new CaptureException(
                ErrorCode.NODE_ROLE_CHANGED, expected + " and is a " + role(server), hint);
    }

    /// Refuses counters that would belong to no schema.
    void refuseOrphan() {
        if (newest(new Stream.Schema()).isEmpty()) {
            throw new HistoryException(
                    ErrorCode.HISTORY_MISSING,
                    "there is no schema of " + key + " that the counters could belong to",
                    "run dryrun snapshot take on the primary first, or pass --allow-orphan");
        }
    }

    /// {@return when the stream was last captured; what a clock that was ahead has dated into the
    /// future does not count}
    ///
    /// @param stream which line of history
    /// @param now the present
    Optional<Instant> lastCapture(Stream stream, Instant now) {
        if (!Files.exists(historyFile)) {
            return Optional.empty();
        }
        try (HistoryFile file = HistoryFile.openForReading(historyFile)) {
            return file.snapshots(key, stream, LOOK_BACK).stream()
                    .map(SnapshotInfo::takenAt)
                    .filter(takenAt -> !takenAt.isAfter(now))
                    .findFirst();
        }
    }

    /// {@return who answered under a label lately; empty without a history}
    ///
    /// @param label the node's name
    Optional<ServerRotation> rotation(String label) {
        if (!Files.exists(historyFile)) {
            return Optional.empty();
        }
        try (HistoryFile file = HistoryFile.openForReading(historyFile)) {
            return Optional.of(ServerRotation.of(file, key, label, Instant.now()));
        }
    }

    private Optional<SnapshotInfo> newest(Stream stream) {
        if (!Files.exists(historyFile)) {
            return Optional.empty();
        }
        try (HistoryFile file = HistoryFile.openForReading(historyFile)) {
            return file.newest(key, stream);
        }
    }

    static String role(ServerInfo server) {
        return server.standby() ? "standby" : "primary";
    }
}
