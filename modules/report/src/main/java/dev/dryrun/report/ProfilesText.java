package dev.dryrun.report;

import dev.dryrun.report.ProfilesReport.Entry;

/// The profiles as text.
public final class ProfilesText {

    private ProfilesText() {}

    /// {@return where they are defined, which is the default, and one line each}
    ///
    /// @param report what to say
    public static String of(ProfilesReport report) {
        StringBuilder text = new StringBuilder();
        String file = report.configFile();
        text.append("config:  ").append(file == null ? "none" : VisibleText.of(file)).append('\n');
        String chosen = report.chosen();
        text.append("default: ")
                .append(chosen == null ? "none" : VisibleText.of(chosen))
                .append('\n');
        for (Entry profile : report.profiles()) {
            text.append(
                    "  %s (%s)\n"
                            .formatted(
                                    VisibleText.of(profile.name()),
                                    profile.dbUrl() == null ? "offline" : "db_url"));
        }
        return text.toString();
    }

    /// {@return what one profile says}
    ///
    /// @param profile which
    public static String of(Entry profile) {
        String url = profile.dbUrl();
        return "name:     %s\ndatabase: %s\ndb_url:   %s\n"
                .formatted(
                        VisibleText.of(profile.name()),
                        VisibleText.of(profile.databaseId()),
                        url == null ? "none" : VisibleText.of(url));
    }
}
