package dev.dryrun.report;

import dev.dryrun.model.ServerInfo;

/// What was captured as text.
public final class CaptureText {

    private CaptureText() {}

    /// {@return a line of what and from where, one for each snapshot, one for each warning}
    ///
    /// @param report what to say
    public static String of(CaptureReport report) {
        ServerInfo server = report.snapshots().getFirst().server();
        StringBuilder text = new StringBuilder();
        text.append("Captured ")
                .append(VisibleText.of(report.key().toString()))
                .append(" from PostgreSQL ")
                .append(VisibleText.of(server.version()))
                .append(server.standby() ? " (standby)" : "")
                .append(" into ")
                .append(VisibleText.of(report.historyFile()))
                .append('\n');
        report.snapshots().forEach(snapshot -> text.append(SnapshotLine.of(snapshot)));
        return text.append(SnapshotLine.warnings(report.warnings())).toString();
    }
}
