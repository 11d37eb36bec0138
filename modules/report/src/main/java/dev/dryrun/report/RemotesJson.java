package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;

/// Remotes as JSON: `docs/reference/json/remote.md`.
public final class RemotesJson {

    private RemotesJson() {}

    /// {@return the remotes, with what they answered where they were asked}
    ///
    /// @param report what to say
    public static JsonObject of(RemotesReport report) {
        return JsonObject.builder()
                .put("config", report.configFile())
                .put("remotes", JsonArray.of(report.remotes(), RemotesJson::entry))
                .build();
    }

    private static JsonObject entry(RemotesReport.Entry remote) {
        return JsonObject.builder()
                .put("name", remote.name())
                .put("type", remote.type())
                .put("ref", remote.ref())
                .put("default", remote.isDefault())
                .put("state", remote.state())
                .put("error", remote.error())
                .build();
    }
}
