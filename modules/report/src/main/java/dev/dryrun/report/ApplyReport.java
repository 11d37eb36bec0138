package dev.dryrun.report;

import dev.dryrun.model.SnapshotKey;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// What `dryrun stats apply` wrote, and what it did not.
///
/// @param key whose statistics
/// @param takenAt when they were captured
/// @param database the database that has them now
/// @param version its server's
/// @param method how they were written
/// @param tables how many tables, materialised views and foreign tables
/// @param indexes how many indexes
/// @param columns how many columns and expressions of indexes
/// @param extended how many extended statistics objects
/// @param scaled how many tables have production's rows and not its pages
/// @param pagesMade how many empty tables were given a page
/// @param missing what was captured and is not there
/// @param leftOut what is there and was not written, with the reason
/// @param settings the planner's settings that differ, by name
/// @param settingsWritten whether they are the database's own now
/// @param warnings one line each
public record ApplyReport(
        SnapshotKey key,
        Instant takenAt,
        String database,
        String version,
        String method,
        int tables,
        int indexes,
        int columns,
        int extended,
        int scaled,
        int pagesMade,
        List<String> missing,
        List<LeftOut> leftOut,
        SortedMap<String, String> settings,
        boolean settingsWritten,
        List<String> warnings) {

    public ApplyReport {
        missing = List.copyOf(missing);
        leftOut = List.copyOf(leftOut);
        settings = new TreeMap<>(settings);
        warnings = List.copyOf(warnings);
    }

    /// Something that was not written.
    ///
    /// @param object what
    /// @param reason why
    public record LeftOut(String object, String reason) {}
}
