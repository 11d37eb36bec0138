package dev.dryrun.jlink;

import dev.dryrun.config.PluginPins;
import dev.dryrun.plugin.FolderHash;
import dev.dryrun.plugin.PluginPlaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The plugins that come with an image: in its `plugins`, and pinned by `lib/plugins.toml`.
///
/// @param folders what their builds made, `target/plugin`, which is named by the folder above
record ShippedPlugins(List<Path> folders) {

    private static final List<String> NAMES = List.of("git", "s3");

    /// {@return those that are built}
    ///
    /// @param plugins the folder of their sources
    static ShippedPlugins in(Path plugins) {
        return new ShippedPlugins(
                NAMES.stream()
                        .map(name -> plugins.resolve(name).resolve("target/plugin"))
                        .filter(Files::isDirectory)
                        .toList());
    }

    /// Copies and pins them. Without any the pins are an empty file: by it an image is known.
    ///
    /// @param image the image's folder
    void putInto(Path image) throws IOException {
        List<String> pins = new ArrayList<>();
        for (Path folder : folders) {
            String name = folder.getParent().getParent().getFileName().toString();
            Path target = image.resolve("plugins").resolve(name);
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.toList()) {
                    Files.copy(file, target.resolve(folder.relativize(file).toString()));
                }
            }
            pins.add(PluginPins.line(name, FolderHash.of(target)));
        }
        Files.write(PluginPlaces.shippedPins(image), pins);
    }
}
