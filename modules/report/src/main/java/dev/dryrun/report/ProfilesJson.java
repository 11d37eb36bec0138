package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.report.ProfilesReport.Entry;

/// The profiles as JSON: `docs/reference/json/profile.md`.
public final class ProfilesJson {

    private ProfilesJson() {}

    /// {@return the profiles}
    ///
    /// @param report what to say
    public static JsonObject of(ProfilesReport report) {
        JsonObject.Builder json = JsonObject.builder();
        String file = report.configFile();
        if (file != null) {
            json.put("config_file", file);
        }
        String chosen = report.chosen();
        if (chosen != null) {
            json.put("default", chosen);
        }
        return json.put("profiles", JsonArray.of(report.profiles(), ProfilesJson::profile)).build();
    }

    private static JsonObject profile(Entry profile) {
        JsonObject.Builder json =
                JsonObject.builder()
                        .put("name", profile.name())
                        .put("database", profile.databaseId());
        String url = profile.dbUrl();
        if (url != null) {
            json.put("db_url", url);
        }
        return json.build();
    }
}
