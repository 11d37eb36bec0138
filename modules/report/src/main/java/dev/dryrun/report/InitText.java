package dev.dryrun.report;

import dev.dryrun.model.SnapshotInfo;
import java.util.stream.Collectors;

/// What `dryrun init` did as text.
public final class InitText {

    private static final int HASH_SHOWN = 16;

    private InitText() {}

    /// {@return some lines, the last of which says what to do next}
    ///
    /// @param report what to say
    public static String of(InitReport report) {
        StringBuilder text = new StringBuilder();
        text.append(report.configWritten() ? "Wrote " : "Kept ")
                .append(VisibleText.of(report.configFile()))
                .append('\n');
        if (report.snapshots().isEmpty()) {
            return text.append(warnings(report))
                    .append("Next: dryrun init --db URL captures the database\n")
                    .toString();
        }
        text.append("Captured ")
                .append(VisibleText.of(report.key().toString()))
                .append(" from PostgreSQL ")
                .append(VisibleText.of(report.snapshots().getFirst().server().version()))
                .append(" into ")
                .append(VisibleText.of(report.historyFile()))
                .append('\n');
        report.snapshots().forEach(snapshot -> text.append(line(snapshot)));
        return text.append(warnings(report)).append("Next: dryrun lint\n").toString();
    }

    private static String warnings(InitReport report) {
        return report.warnings().stream()
                .map(warning -> "warning: " + VisibleText.of(warning) + "\n")
                .collect(Collectors.joining());
    }

    private static String line(SnapshotInfo snapshot) {
        String hash = snapshot.hash();
        String masked =
                snapshot.maskedColumns() == 0
                        ? ""
                        : "  " + Counted.of(snapshot.maskedColumns(), "column") + " masked";
        return "  %-18s %7s  %s%s\n"
                .formatted(
                        VisibleText.of(snapshot.stream().word()),
                        Counted.of(snapshot.objectCount(), "object"),
                        hash.substring(0, Math.min(HASH_SHOWN, hash.length())),
                        masked);
    }
}
