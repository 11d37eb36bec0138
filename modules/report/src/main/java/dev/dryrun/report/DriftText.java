package dev.dryrun.report;

import dev.dryrun.model.Drift;

/// How a database stands to what was captured of it, as text.
public final class DriftText {

    private DriftText() {}

    /// {@return the report, each line ended}
    ///
    /// @param report from what was captured to the database
    /// @param colour whether to paint it
    public static String of(SchemaDiffReport report, boolean colour) {
        Palette palette = new Palette(colour);
        Drift drift = Drift.of(report.delta());
        String line = "drift: " + drift.word() + meaning(drift) + "\n";
        return (drift == Drift.IDENTICAL ? line : palette.bold(line))
                + SchemaDiffText.of(report, colour);
    }

    private static String meaning(Drift drift) {
        return switch (drift) {
            case IDENTICAL -> "";
            case AHEAD -> " (the database has more than was captured)";
            case BEHIND -> " (the database has less than was captured)";
            case DIVERGED -> " (the database is not what was captured)";
        };
    }
}
