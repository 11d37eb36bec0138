package dev.dryrun.report;

import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/// A snapshot in one line, and what else several results say alike.
final class SnapshotLine {

    private static final int HASH_SHOWN = 16;

    private SnapshotLine() {}

    static String of(SnapshotInfo snapshot) {
        String masked =
                snapshot.maskedColumns() == 0
                        ? ""
                        : "  " + Counted.of(snapshot.maskedColumns(), "column") + " masked";
        return "  %-18s %7s  %s%s\n"
                .formatted(
                        VisibleText.of(snapshot.stream().word()),
                        Counted.of(snapshot.objectCount(), "object"),
                        hash(snapshot),
                        masked);
    }

    /// {@return the snapshot in one line, with when it was taken}
    static String withTime(SnapshotInfo snapshot) {
        return "  %s  %-18s %s\n"
                .formatted(
                        seconds(snapshot),
                        VisibleText.of(snapshot.stream().word()),
                        hash(snapshot));
    }

    /// {@return when it was taken, as people write it}
    static String seconds(SnapshotInfo snapshot) {
        return snapshot.takenAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /// {@return as much of the hash as tells it from others}
    static String hash(SnapshotInfo snapshot) {
        return shortened(snapshot.hash());
    }

    /// {@return as much of a hash as tells it from others}
    static String shortened(String hash) {
        return hash.substring(0, Math.min(HASH_SHOWN, hash.length()));
    }

    static String role(ServerInfo server) {
        return server.standby() ? "standby" : "primary";
    }

    static String warnings(List<String> warnings) {
        return warnings.stream()
                .map(warning -> "warning: " + VisibleText.of(warning) + "\n")
                .collect(Collectors.joining());
    }
}
