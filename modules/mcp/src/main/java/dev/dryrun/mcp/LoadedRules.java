package dev.dryrun.mcp;

import dev.dryrun.lint.Linter;
import dev.dryrun.plugin.LoadedPlugins;
import dev.dryrun.plugin.PluginApi;
import dev.dryrun.plugin.PluginPlaces;
import dev.dryrun.plugin.Plugins;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The rules that agents are told of: those of the image, and those of pinned plugins that read
/// nothing but `java.base` and DryRun's own modules. Loaded when they are first asked for.
final class LoadedRules implements Supplier<Linter> {

    private final Map<String, String> environment;
    private final Supplier<Path> project;
    private @Nullable Linter linter;

    /// @param environment leads to the user's plugins
    /// @param project the root of what is being worked on: nothing in its repository is a plugin
    LoadedRules(Map<String, String> environment, Supplier<Path> project) {
        this.environment = environment;
        this.project = project;
    }

    @Override
    public Linter get() {
        Linter known = linter;
        if (known == null) {
            LoadedPlugins loaded =
                    Plugins.closedIn(PluginPlaces.of(environment), project.get(), PluginApi.ALL)
                            .load(PluginApi.LINT);
            // A line alone, where a logger's would be two.
            loaded.problems().forEach(problem -> System.err.println("warning: " + problem));
            known = Linter.withPlugins(loaded.layers());
            linter = known;
        }
        return known;
    }
}
