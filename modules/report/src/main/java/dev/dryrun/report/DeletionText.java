package dev.dryrun.report;

/// What `dryrun snapshot delete` takes as text.
public final class DeletionText {

    private DeletionText() {}

    /// {@return what went, a line for each snapshot}
    ///
    /// @param report what to say
    public static String of(DeletionReport report) {
        return "Deleted of "
                + VisibleText.of(report.key().toString())
                + ":\n"
                + listing(report)
                + (report.purged() ? "Purged: no byte of it is left in the file\n" : "");
    }

    /// {@return what would go, a line for each snapshot}
    ///
    /// @param report what to say
    public static String listing(DeletionReport report) {
        StringBuilder text = new StringBuilder(SnapshotLine.withTime(report.snapshot()));
        report.bound().forEach(bound -> text.append(SnapshotLine.withTime(bound)));
        if (report.twinCount() > 0) {
            text.append("  ")
                    .append(Counted.of(report.twinCount(), "snapshot"))
                    .append(" with the same content stay")
                    .append(report.twinCount() == 1 ? "s" : "")
                    .append('\n');
        }
        return text.toString();
    }

    /// {@return in some words what would go}
    ///
    /// @param report what to say
    public static String inShort(DeletionReport report) {
        String bound =
                report.bound().isEmpty()
                        ? ""
                        : " and " + Counted.of(report.bound().size(), "snapshot") + " bound to it";
        return "delete the "
                + report.snapshot().stream().word()
                + " snapshot of "
                + SnapshotLine.seconds(report.snapshot())
                + bound;
    }
}
