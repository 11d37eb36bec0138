package dev.dryrun.report;

import dev.dryrun.report.ProbeReport.Privilege;

/// What a probe found as text.
public final class ProbeText {

    private ProbeText() {}

    /// {@return which server, which role, and what the role may read}
    ///
    /// @param report what to say
    public static String of(ProbeReport report) {
        StringBuilder text = new StringBuilder();
        text.append(report.flavour())
                .append(' ')
                .append(VisibleText.of(report.server().version()))
                .append(", ")
                .append(SnapshotLine.role(report.server()))
                .append(", database ")
                .append(VisibleText.of(report.server().database()))
                .append(", role ")
                .append(VisibleText.of(report.role()))
                .append('\n')
                .append(VisibleText.of(report.versionText()))
                .append('\n');
        report.capabilities().forEach(line -> text.append("  ").append(line).append('\n'));
        text.append("Privileges:\n");
        for (Privilege privilege : report.privileges()) {
            String line =
                    "  %-20s %-6s  %s"
                            .formatted(
                                    privilege.of(),
                                    privilege.allowed() ? "ok" : "DENIED",
                                    VisibleText.of(privilege.detail()));
            text.append(line.stripTrailing()).append('\n');
        }
        return text.append(SnapshotLine.warnings(report.warnings())).toString();
    }
}
