package dev.dryrun.config;

import dev.dryrun.model.ConfigException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;

/// Which plugins may run: what `plugins.toml` says, a line for each, `name = "sha256:…"`.
///
/// @param byName the hash of what a plugin's folder holds, 64 hexadecimal digits, by the folder's
///   name
public record PluginPins(SortedMap<String, String> byName) {

    /// The name of the file.
    public static final String FILE_NAME = "plugins.toml";

    /// What stands where nothing is pinned.
    public static final PluginPins NONE = new PluginPins(Collections.emptySortedMap());

    private static final Pattern PIN = Pattern.compile("sha256:([0-9a-f]{64})");

    /// Copies what it is given.
    public PluginPins {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
    }

    /// Reads the file.
    ///
    /// @param file a `plugins.toml`; where there is none, nothing is pinned
    /// @return what it pins
    /// @throws ConfigException CONFIG_INVALID, with line and column, when it says anything else
    public static PluginPins read(Path file) {
        if (Files.notExists(file)) {
            return NONE;
        }
        String shownAs = file.toString();
        Problems problems = new Problems(shownAs);
        TomlParseResult toml = ConfigReader.parse(ConfigFile.text(file, shownAs), problems);
        SortedMap<String, String> pins = new TreeMap<>();
        for (String name : toml.keySet()) {
            pin(toml.get(List.of(name)))
                    .ifPresentOrElse(
                            hash -> pins.put(name, hash),
                            () -> problems.add(place(toml, name), wrong(name)));
        }
        problems.throwFirst();
        return new PluginPins(pins);
    }

    /// {@return the hash that a plugin has to have; empty when nothing of that name may run}
    ///
    /// @param name of the plugin's folder
    public Optional<String> of(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /// {@return the line of the file that pins a plugin}
    ///
    /// @param name of the plugin's folder
    /// @param hash 64 hexadecimal digits
    public static String line(String name, String hash) {
        return "%s = \"sha256:%s\"".formatted(Section.bare(name), hash);
    }

    private static Optional<String> pin(@Nullable Object value) {
        return Optional.ofNullable(value)
                .filter(String.class::isInstance)
                .map(text -> PIN.matcher(text.toString()))
                .filter(Matcher::matches)
                .map(match -> match.group(1));
    }

    private static TomlPosition place(TomlParseResult toml, String name) {
        TomlPosition place = toml.inputPositionOf(List.of(name));
        return place == null ? TomlPosition.positionAt(1, 1) : place;
    }

    private static String wrong(String name) {
        return Section.quoted(name) + " must be \"sha256:\" and 64 hexadecimal digits";
    }
}
