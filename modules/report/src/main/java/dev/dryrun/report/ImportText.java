package dev.dryrun.report;

/// What `dryrun import` did as text.
public final class ImportText {

    private ImportText() {}

    /// {@return some lines, the last of which says what to do next}
    ///
    /// @param report what to say
    public static String of(ImportReport report) {
        String source = report.source();
        return (report.stored() ? "Imported " : "Imported before: ")
                + VisibleText.of(report.key().toString())
                + " from "
                + VisibleText.of(report.file())
                + " into "
                + VisibleText.of(report.historyFile())
                + "\n  read "
                + SnapshotLine.seconds(report.snapshot())
                + " from "
                + VisibleText.of(report.snapshot().server().database())
                + " of PostgreSQL "
                + VisibleText.of(report.snapshot().server().version())
                + (source == null ? "" : " (" + VisibleText.of(source) + ")")
                + "\n"
                + SnapshotLine.of(report.snapshot())
                + SnapshotLine.warnings(report.warnings())
                + "Next: dryrun lint\n";
    }
}
