package dev.dryrun.plugin;

import dev.dryrun.config.PluginPins;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Where plugins are looked for: beside the image, and in the user's own configuration.
///
/// @param installation the image's folder; null when this is no image
/// @param configuration the user's `dryrun` folder, there or not; null when the system names none
public record PluginPlaces(@Nullable Path installation, @Nullable Path configuration) {

    private static final String FOLDER = "plugins";
    private static final String PROGRAM = "dryrun";

    /// {@return those of this process}
    ///
    /// The image is known by the pins of what it ships, `lib/plugins.toml`.
    ///
    /// @param environment its variables; `XDG_CONFIG_HOME`, `HOME` and `APPDATA` are looked at
    public static PluginPlaces of(Map<String, String> environment) {
        return of(environment, name -> System.getProperty(name, ""));
    }

    static PluginPlaces of(Map<String, String> environment, UnaryOperator<String> properties) {
        Path home = absolute(properties.apply("java.home"));
        boolean image = home != null && Files.exists(shippedPins(home));
        return new PluginPlaces(image ? home : null, configuration(environment, properties));
    }

    /// {@return the folder of what is shipped; empty when this is no image}
    public Optional<Path> installed() {
        return Optional.ofNullable(installation).map(folder -> folder.resolve(FOLDER));
    }

    /// {@return the user's own folder of plugins, there or not}
    public Optional<Path> own() {
        return Optional.ofNullable(configuration).map(folder -> folder.resolve(FOLDER));
    }

    /// {@return the file with the user's pins, there or not}
    public Optional<Path> pins() {
        return Optional.ofNullable(configuration)
                .map(folder -> folder.resolve(PluginPins.FILE_NAME));
    }

    /// {@return the file with the pins of what an image ships}
    ///
    /// @param image its folder
    public static Path shippedPins(Path image) {
        return image.resolve("lib").resolve(PluginPins.FILE_NAME);
    }

    private static @Nullable Path configuration(
            Map<String, String> environment, UnaryOperator<String> properties) {
        Path named = absolute(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        if (named != null) {
            return named.resolve(PROGRAM);
        }
        String system = properties.apply("os.name").toLowerCase(Locale.ROOT);
        Path roaming = absolute(environment.getOrDefault("APPDATA", ""));
        if (system.startsWith("windows") && roaming != null) {
            return roaming.resolve(PROGRAM);
        }
        Path home = absolute(environment.getOrDefault("HOME", ""));
        home = home == null ? absolute(properties.apply("user.home")) : home;
        if (home == null) {
            return null;
        }
        return system.startsWith("mac")
                ? home.resolve("Library/Application Support").resolve(PROGRAM)
                : home.resolve(".config").resolve(PROGRAM);
    }

    /// A relative one would lead into whatever folder the command runs in.
    private static @Nullable Path absolute(String text) {
        try {
            Path path = Path.of(text);
            return path.isAbsolute() ? path.normalize() : null;
        } catch (InvalidPathException _) {
            return null;
        }
    }
}
