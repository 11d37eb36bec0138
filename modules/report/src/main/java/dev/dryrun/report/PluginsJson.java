package dev.dryrun.report;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.report.PluginsReport.Entry;
import java.util.List;

/// The plugins as JSON: `docs/reference/json/plugin.md`.
public final class PluginsJson {

    private PluginsJson() {}

    /// {@return the plugins}
    ///
    /// @param report what to say
    public static JsonObject of(PluginsReport report) {
        return JsonObject.builder()
                .put("plugins", JsonArray.of(report.plugins(), PluginsJson::plugin))
                .put("problems", JsonArray.ofStrings(report.problems()))
                .build();
    }

    private static JsonObject plugin(Entry plugin) {
        JsonObject.Builder json =
                JsonObject.builder()
                        .put("name", plugin.name())
                        .put("folder", plugin.folder())
                        .put("origin", plugin.origin())
                        .put("built_for", JsonArray.ofStrings(plugin.builtFor()))
                        .put("modules", JsonArray.ofStrings(plugin.modules()))
                        .put("pinned", plugin.pinned());
        String pin = plugin.pin();
        if (pin != null) {
            json.put("pin", pin);
        }
        List<String> brings = plugin.brings();
        if (brings != null) {
            json.put("brings", JsonArray.ofStrings(brings));
        }
        return json.put("problems", JsonArray.ofStrings(plugin.problems())).build();
    }
}
