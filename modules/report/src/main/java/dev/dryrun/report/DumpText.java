package dev.dryrun.report;

/// What `dryrun dump-schema --output FILE` wrote as text.
public final class DumpText {

    private DumpText() {}

    /// {@return a line for the file, one for each warning}
    ///
    /// @param report what to say
    public static String of(DumpReport report) {
        String hash = report.schemaHash();
        return "Wrote the schema of "
                + VisibleText.of(report.server().database())
                + " (PostgreSQL "
                + VisibleText.of(report.server().version())
                + ") to "
                + VisibleText.of(report.file())
                + ": "
                + Counted.of(report.objectCount(), "object")
                + (hash == null ? "" : ", " + SnapshotLine.shortened(hash))
                + "\n"
                + SnapshotLine.warnings(report.warnings());
    }
}
