package dev.dryrun.plugin;

import dev.dryrun.config.PluginPins;
import dev.dryrun.model.ConfigException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which plugins may run: the image's pins, for what it ships, and the user's, for all.
///
/// @param shipped the image's
/// @param own the user's
/// @param file where the user's stand, or would
/// @param problems why the user's are not known, in one line; empty when they are
record Pins(PluginPins shipped, PluginPins own, Optional<Path> file, List<String> problems) {

    static Pins read(PluginPlaces places, Path project) {
        List<String> problems = new ArrayList<>();
        PluginPins shipped =
                Optional.ofNullable(places.installation())
                        .map(PluginPlaces::shippedPins)
                        .map(file -> read(file, problems))
                        .orElse(PluginPins.NONE);
        PluginPins own =
                places.pins()
                        .filter(file -> outside(file, project, problems))
                        .map(file -> read(file, problems))
                        .orElse(PluginPins.NONE);
        return new Pins(shipped, own, places.pins(), List.copyOf(problems));
    }

    /// Holds a plugin to its pin.
    ///
    /// @throws PluginProblem when it is another or there is none; the line to add is in it
    void check(DropIn dropIn) throws PluginProblem {
        String hash = FolderHash.checked(dropIn.folder());
        if (wanted(dropIn).filter(hash::equals).isEmpty()) {
            throw new PluginProblem(problem(dropIn, hash));
        }
    }

    /// {@return the hash that it has to have; empty when it may not run at all}
    Optional<String> wanted(DropIn dropIn) {
        return own.of(dropIn.name())
                .or(() ->
                        dropIn.origin() == PluginOrigin.INSTALLATION
                                ? shipped.of(dropIn.name())
                                : Optional.empty());
    }

    /// {@return why one with another hash does not run, and the line that lets it}
    String problem(DropIn dropIn, String hash) {
        return "%s %s this line: %s"
                .formatted(
                        wanted(dropIn).isEmpty()
                                ? "is not pinned: to let it run, add to"
                                : "is not what was pinned: if you know why, change its line in",
                        file.map(Path::toString).orElse(PluginPins.FILE_NAME),
                        PluginPins.line(dropIn.name(), hash));
    }

    private static PluginPins read(Path file, List<String> problems) {
        try {
            return PluginPins.read(file);
        } catch (ConfigException e) {
            problems.add(e.what() + "; no plugin that it pins is loaded");
            return PluginPins.NONE;
        }
    }

    private static boolean outside(Path file, Path project, List<String> problems) {
        Path repository = DropIns.repository(project);
        boolean inside = repository != null && DropIns.real(file).startsWith(repository);
        if (inside) {
            problems.add(
                    file + " lies in the repository being worked on: what it pins is not loaded");
        }
        return !inside;
    }
}
