package dev.dryrun.report;

/// What `dryrun init` did as text.
public final class InitText {

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
            return text.append(SnapshotLine.warnings(report.warnings()))
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
        report.snapshots().forEach(snapshot -> text.append(SnapshotLine.of(snapshot)));
        return text.append(SnapshotLine.warnings(report.warnings()))
                .append("Next: dryrun lint\n")
                .toString();
    }
}
