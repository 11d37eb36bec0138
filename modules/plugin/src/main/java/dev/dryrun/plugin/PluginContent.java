package dev.dryrun.plugin;

import dev.dryrun.plugin.PluginJar.Declared;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The jars that lie in a plugin's folder, in order of their names. Other files mean nothing here.
///
/// @param jars those that could be read
/// @param broken what is wrong with the others, one line each
record PluginContent(List<PluginJar> jars, List<String> broken) {

    PluginContent {
        jars = List.copyOf(jars);
        broken = List.copyOf(broken);
    }

    static PluginContent of(Path folder) {
        List<PluginJar> jars = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
            if (found.isEmpty()) {
                broken.add("holds no jar");
            }
            for (Path file : found) {
                try {
                    jars.add(PluginJar.read(file));
                } catch (PluginProblem e) {
                    broken.add(e.line());
                }
            }
        } catch (IOException e) {
            broken.add("cannot be read: " + e.getClass().getSimpleName());
        }
        return new PluginContent(jars, broken);
    }

    /// {@return what it says it was built for}
    List<Declared> declared() {
        return jars.stream().flatMap(jar -> jar.declared().stream()).distinct().toList();
    }

    Set<String> modules() {
        return jars.stream().map(PluginJar::module).collect(Collectors.toCollection(TreeSet::new));
    }

    Path[] paths() {
        return jars.stream().map(PluginJar::path).toArray(Path[]::new);
    }

    boolean provides(PluginApi api) {
        return jars.stream()
                .flatMap(jar -> jar.descriptor().provides().stream())
                .anyMatch(provides -> provides.service().equals(api.service()));
    }
}
