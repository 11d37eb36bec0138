package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.plugin.PluginApi;
import dev.dryrun.plugin.PluginPlaces;
import dev.dryrun.plugin.Plugins;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which project the commands about plugins take for the one being worked on. A mixin.
final class PluginOptions {

    @Option(
            names = "--project",
            paramLabel = "DIR",
            description = "Folder of the project; default: the current one.")
    private @Nullable Path directory;

    PluginOptions() {}

    PluginInspection inspected(Terminal terminal) {
        Path start = directory == null ? terminal.directory() : terminal.resolve(directory);
        Plugins plugins =
                Plugins.in(
                        PluginPlaces.of(terminal.environment()),
                        Project.discover(start).root(),
                        PluginApi.ALL);
        return new PluginInspection(plugins, terminal);
    }
}
