package dev.dryrun.cli;

import dev.dryrun.model.PluginLayer;
import dev.dryrun.plugin.LoadedPlugins;
import dev.dryrun.plugin.PluginApi;
import dev.dryrun.plugin.PluginPlaces;
import dev.dryrun.plugin.Plugins;
import dev.dryrun.report.ErrorText;
import java.nio.file.Path;
import java.util.List;

/// The plugins that a command may use, as far as it asks for them.
public final class InstalledPlugins {

    private final Terminal terminal;
    private final Plugins plugins;

    private InstalledPlugins(Terminal terminal, Plugins plugins) {
        this.terminal = terminal;
        this.plugins = plugins;
    }

    /// {@return those that a project's commands may use; nothing is read yet}
    ///
    /// @param terminal whose environment leads to the user's own, and who is told of problems
    /// @param project the project's root
    public static InstalledPlugins of(Terminal terminal, Path project) {
        return new InstalledPlugins(
                terminal,
                Plugins.in(PluginPlaces.of(terminal.environment()), project, PluginApi.ALL));
    }

    /// {@return the layers of the plugins for an interface. Those that cannot be used are left out,
    /// and standard error says why, in one line each}
    ///
    /// @param api which
    public List<PluginLayer> layers(PluginApi api) {
        LoadedPlugins loaded = plugins.load(api);
        loaded.problems().forEach(problem -> terminal.err().print(ErrorText.warning(problem)));
        return loaded.layers();
    }
}
