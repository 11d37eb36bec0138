package dev.dryrun.apply;

import java.util.List;

/// What was written, and what was not.
///
/// @param method how: `pg_restore_*_stats` or `catalogue rows`
/// @param tables how many tables, materialised views and foreign tables
/// @param indexes how many indexes
/// @param columns how many statistics of columns and of expressions of indexes
/// @param extended how many extended statistics objects
/// @param scaled how many tables have production's rows and not its pages
/// @param pagesMade how many empty tables were given a page
/// @param missing tables, columns and indexes that were captured and are not there
/// @param leftOut what is there and could not be written, or not all of it
/// @param settings the planner's settings where they differ from the server's
/// @param settingsWritten whether they are the database's own now
public record Applied(
        String method,
        int tables,
        int indexes,
        int columns,
        int extended,
        int scaled,
        int pagesMade,
        List<String> missing,
        List<LeftOut> leftOut,
        List<Setting> settings,
        boolean settingsWritten) {

    public Applied {
        missing = List.copyOf(missing);
        leftOut = List.copyOf(leftOut);
        settings = List.copyOf(settings);
    }

    /// Something that was not written.
    ///
    /// @param object what: a table, a column of it, an extended statistics object
    /// @param reason why, in words
    public record LeftOut(String object, String reason) {}

    /// A setting.
    ///
    /// @param name as `SET` takes it
    /// @param value in the unit that the server counts in
    public record Setting(String name, String value) {}
}
