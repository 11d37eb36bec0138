package dev.dryrun.cli;

import dev.dryrun.json.JsonObject;
import dev.dryrun.plugin.PluginPlaces;
import dev.dryrun.report.JsonText;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says where plugins are looked for, and where they are pinned.
@Command(
        name = "path",
        description = "Print where plugins are looked for, and where they are pinned.")
final class PluginPathCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private final OutputOptions output = new OutputOptions();

    PluginPathCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        PluginPlaces places = PluginPlaces.of(terminal.environment());
        terminal.out().print(output.json() ? JsonText.of(json(places)) : text(places));
        return 0;
    }

    private static String text(PluginPlaces places) {
        return "user:         %s\npins:         %s\ninstallation: %s\n"
                .formatted(shown(places.own()), shown(places.pins()), shown(places.installed()));
    }

    private static String shown(Optional<Path> path) {
        return path.map(Path::toString).orElse("none");
    }

    private static JsonObject json(PluginPlaces places) {
        JsonObject.Builder json = JsonObject.builder();
        places.own().ifPresent(path -> json.put("user", path.toString()));
        places.pins().ifPresent(path -> json.put("pins", path.toString()));
        places.installed().ifPresent(path -> json.put("installation", path.toString()));
        return json.build();
    }
}
