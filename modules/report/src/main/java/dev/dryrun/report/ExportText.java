package dev.dryrun.report;

/// What `dryrun snapshot export` wrote as text.
public final class ExportText {

    private ExportText() {}

    /// {@return a line for the file, one for each snapshot in it}
    ///
    /// @param report what to say
    public static String of(ExportReport report) {
        StringBuilder text =
                new StringBuilder("Exported ")
                        .append(VisibleText.of(report.key().toString()))
                        .append(" to ")
                        .append(VisibleText.of(report.file()))
                        .append('\n');
        report.snapshots().forEach(snapshot -> text.append(SnapshotLine.withTime(snapshot)));
        return text.toString();
    }
}
