package dev.dryrun.plugin;

import dev.dryrun.model.PluginLayer;
import java.util.List;

/// What came of loading plugins.
///
/// @param layers those that may run, by name within their place; what is shipped comes first
/// @param problems why the others may not, one line each, which names the folder
public record LoadedPlugins(List<PluginLayer> layers, List<String> problems) {

    /// No plugins.
    public static final LoadedPlugins NONE = new LoadedPlugins(List.of(), List.of());

    /// Copies what it is given.
    public LoadedPlugins {
        layers = List.copyOf(layers);
        problems = List.copyOf(problems);
    }
}
