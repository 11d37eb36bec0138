package dev.dryrun.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The folders in which plugins may lie, by name within their place; what is shipped comes first.
/// Nothing in them is opened yet.
///
/// @param found one for each name
/// @param problems what lies there and is none, one line each
record DropIns(List<DropIn> found, List<String> problems) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    DropIns {
        found = List.copyOf(found);
        problems = List.copyOf(problems);
    }

    static DropIns in(PluginPlaces places, Path project) {
        Search search = new Search(project);
        places.installed().ifPresent(folder -> search.in(folder, PluginOrigin.INSTALLATION));
        places.own().ifPresent(folder -> search.in(folder, PluginOrigin.USER));
        return new DropIns(search.found, search.problems);
    }

    /// {@return the repository that a project is part of: what comes with it is not to be trusted.
    /// Null when the project is a folder like any other}
    static @Nullable Path repository(Path project) {
        Path from = real(project);
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return Files.exists(from.resolve("dryrun.toml")) ? from : null;
    }

    /// {@return the path without links; as it is where it cannot be followed}
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path.toAbsolutePath().normalize();
        }
    }

    private static final class Search {
        private final List<DropIn> found = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private final Map<String, DropIn> byName = new HashMap<>();
        private final Path project;

        Search(Path project) {
            this.project = project;
        }

        void in(Path place, PluginOrigin origin) {
            if (!Files.isDirectory(place)) {
                return;
            }
            try (Stream<Path> entries = Files.list(place)) {
                entries.sorted().forEach(entry -> add(entry, origin));
            } catch (IOException e) {
                problems.add(place + " cannot be read: " + e.getClass().getSimpleName());
            }
        }

        private void add(Path entry, PluginOrigin origin) {
            String name = String.valueOf(entry.getFileName());
            if (name.startsWith(".")) {
                return;
            }
            DropIn dropIn = new DropIn(name, entry, origin);
            if (!Files.isDirectory(entry)) {
                if (name.endsWith(".jar")) {
                    problems.add(
                            dropIn.line("is no plugin: each lies in a folder of its own; move it"));
                }
            } else if (!NAME.matcher(name).matches()) {
                problems.add(
                        entry.getParent()
                                + " holds a folder whose name is not of letters, digits, \".\","
                                + " \"_\" and \"-\": rename it");
            } else if (origin == PluginOrigin.USER && inRepository(entry)) {
                problems.add(
                        dropIn.line("lies in the repository being worked on: not loaded; move it"));
            } else {
                addNamed(dropIn);
            }
        }

        private void addNamed(DropIn dropIn) {
            DropIn other = byName.putIfAbsent(dropIn.name(), dropIn);
            if (other == null) {
                found.add(dropIn);
            } else {
                problems.add(
                        dropIn.line(
                                "has the name of a plugin in "
                                        + other.folder()
                                        + ": not loaded; rename it"));
            }
        }

        private boolean inRepository(Path entry) {
            Path repository = repository(project);
            return repository != null && real(entry).startsWith(repository);
        }
    }
}
