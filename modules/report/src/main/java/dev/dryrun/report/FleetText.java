package dev.dryrun.report;

import dev.dryrun.model.DryrunException;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.report.FleetReport.Status;
import dev.dryrun.report.FleetReport.Visit;

/// What came of a fleet as text.
public final class FleetText {

    private FleetText() {}

    /// {@return a line for each node, or with `--check` a table; then what is to be known of them}
    ///
    /// @param report what to say
    public static String of(FleetReport report) {
        StringBuilder text = new StringBuilder();
        if (report.checked()) {
            text.append(table(report));
        } else {
            report.nodes().forEach(visit -> text.append(line(visit)).append('\n'));
        }
        for (Visit visit : report.nodes()) {
            String name = VisibleText.of(visit.node());
            for (String warning : visit.warnings()) {
                text.append("warning: %s: %s\n".formatted(name, VisibleText.of(warning)));
            }
            DryrunException failure = visit.failure();
            if (failure != null) {
                text.append(
                        "error: %s: %s\nhint: %s\n"
                                .formatted(
                                        name,
                                        VisibleText.of(failure.what()),
                                        VisibleText.of(failure.hint())));
            }
        }
        long good = report.nodes().size() - report.failed();
        return text.append(good)
                .append(" of ")
                .append(Counted.of(report.nodes().size(), "node"))
                .append(report.checked() ? " ready to capture\n" : " done\n")
                .toString();
    }

    private static String line(Visit visit) {
        StringBuilder line = new StringBuilder(VisibleText.of(visit.node()));
        ServerInfo server = visit.server();
        if (server != null) {
            line.append(" (").append(SnapshotLine.role(server)).append(')');
        }
        line.append(':');
        for (SnapshotInfo snapshot : visit.snapshots()) {
            String kind = snapshot.stream().word().replaceFirst(":.*", "");
            line.append(' ').append(kind).append('=').append(snapshot.objectCount());
        }
        visit.unavailable().forEach(kind -> line.append(' ').append(kind).append("=n/a"));
        return switch (visit.status()) {
            case CAPTURED, READY -> line.toString();
            case NOTHING_DUE -> line.append(" nothing due").toString();
            case FAILED -> line.append(" failed").toString();
        };
    }

    private static String table(FleetReport report) {
        TextTable table = TextTable.of("NODE", "STATUS", "ROLE", "PG", "DATABASE", "STREAMS");
        for (Visit visit : report.nodes()) {
            ServerInfo server = visit.server();
            table.row(
                    visit.node(),
                    status(visit),
                    server == null ? "-" : SnapshotLine.role(server),
                    server == null ? "-" : server.version(),
                    server == null ? "-" : server.database(),
                    visit.streams().isEmpty() ? "-" : String.join(",", visit.streams()));
        }
        return table.toString();
    }

    private static String status(Visit visit) {
        if (visit.status() == Status.FAILED) {
            return "FAIL";
        }
        return visit.warnings().isEmpty() ? "ok" : "warn";
    }
}
