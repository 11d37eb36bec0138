package dev.dryrun.jlink;

import dev.dryrun.config.PluginPins;
import dev.dryrun.plugin.FolderHash;
import dev.dryrun.plugin.PluginPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The plugins that come with an image: in its `plugins`, and pinned by `lib/plugins.toml`.
///
/// @param folders what their builds made, `target/plugin`, by name
record ShippedPlugins(SortedMap<String, Path> folders) {

    private static final List<String> NAMES = List.of("git", "s3");

    /// {@return those that are built}
    ///
    /// @param plugins the folder of their sources
    static ShippedPlugins in(Path plugins) {
        SortedMap<String, Path> folders = new TreeMap<>();
        for (String name : NAMES) {
            Path folder = plugins.resolve(name).resolve("target/plugin");
            if (Files.isDirectory(folder)) {
                folders.put(name, folder);
            }
        }
        return new ShippedPlugins(folders);
    }

    /// Copies and pins them. Without any the pins are an empty file: by it an image is known.
    ///
    /// @param image the image's folder
    void putInto(Path image) throws IOException {
        List<String> pins = new ArrayList<>();
        for (Map.Entry<String, Path> plugin : folders.entrySet()) {
            Path target = image.resolve("plugins").resolve(plugin.getKey());
            try (Stream<Path> files = Files.walk(plugin.getValue())) {
                for (Path file : files.toList()) {
                    Path relative = plugin.getValue().relativize(file);
                    Files.copy(file, target.resolve(relative.toString()));
                }
            }
            pins.add(PluginPins.line(plugin.getKey(), FolderHash.of(target)));
        }
        Files.write(PluginPlaces.shippedPins(image), pins);
    }
}
