package dev.dryrun.report;

/// The version as text.
public final class VersionText {

    private VersionText() {}

    /// {@return three lines; the first is `dryrun <version>`}
    ///
    /// @param report what to say
    public static String of(VersionReport report) {
        return "dryrun %s\nhistory format: %d\nSQL grammar: PostgreSQL %s\n"
                .formatted(report.version(), report.historyFormat(), report.grammar());
    }
}
