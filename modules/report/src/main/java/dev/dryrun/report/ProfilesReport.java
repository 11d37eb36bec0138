package dev.dryrun.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The profiles of a `dryrun.toml`.
///
/// @param configFile the file, as to show it; null when there is none
/// @param chosen the profile that commands take when none is named; null when there is no such
/// @param profiles in the file's order
public record ProfilesReport(
        @Nullable String configFile, @Nullable String chosen, List<Entry> profiles) {

    public ProfilesReport {
        profiles = List.copyOf(profiles);
    }

    /// One profile.
    ///
    /// @param name its name
    /// @param dbUrl as it stands in the file, a password in it replaced; null when it has none
    /// @param databaseId the second half of its snapshots' key
    public record Entry(String name, @Nullable String dbUrl, String databaseId) {}
}
