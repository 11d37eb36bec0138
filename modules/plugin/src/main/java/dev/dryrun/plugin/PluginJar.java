package dev.dryrun.plugin;

import java.io.IOException;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One jar of a plugin's folder: a module, and the interfaces that its manifest says it was built
/// for.
///
/// @param file its name
/// @param path where it is
/// @param descriptor of its module
/// @param declared what `DryRun-Api` says; empty in most
record PluginJar(String file, Path path, ModuleDescriptor descriptor, List<Declared> declared) {

    /// The attribute of the manifest.
    static final String ATTRIBUTE = "DryRun-Api";

    private static final Pattern API = Pattern.compile("([a-z][a-z0-9-]*)/([0-9]{1,6})");

    PluginJar {
        declared = List.copyOf(declared);
    }

    /// What a manifest says: `masking/1`.
    ///
    /// @param name of the interface
    /// @param version it was built for
    record Declared(String name, int version) {

        @Override
        public String toString() {
            return name + "/" + version;
        }
    }

    static PluginJar read(Path path) throws PluginProblem {
        String file = String.valueOf(path.getFileName());
        List<Declared> declared = declared(path);
        try {
            Set<ModuleReference> found = ModuleFinder.of(path).findAll();
            if (found.isEmpty()) {
                throw new PluginProblem("holds " + file + ", which is no module");
            }
            return new PluginJar(file, path, found.iterator().next().descriptor(), declared);
        } catch (FindException | SecurityException e) {
            Throwable reason = e.getCause() == null ? e : e.getCause();
            throw new PluginProblem(
                    "holds %s, of which no module can be made: %s"
                            .formatted(file, firstLine(reason)));
        }
    }

    /// {@return what its manifest says}
    ///
    /// @param path the jar; nothing but the manifest is read
    /// @throws PluginProblem when it is no jar, or says something else
    static List<Declared> declared(Path path) throws PluginProblem {
        String file = String.valueOf(path.getFileName());
        String text;
        try (JarFile jar = new JarFile(path.toFile())) {
            Manifest manifest = jar.getManifest();
            text = manifest == null ? null : manifest.getMainAttributes().getValue(ATTRIBUTE);
        } catch (IOException | SecurityException e) {
            throw new PluginProblem("holds " + file + ", which is broken: not a readable jar");
        }
        List<Declared> declared = new ArrayList<>();
        for (String word : text == null ? new String[0] : text.strip().split("[,\\s]+", -1)) {
            Matcher match = API.matcher(word);
            if (!match.matches()) {
                throw new PluginProblem(
                        "holds %s, whose %s is not like \"masking/1\"".formatted(file, ATTRIBUTE));
            }
            declared.add(new Declared(match.group(1), Integer.parseInt(match.group(2))));
        }
        return declared;
    }

    /// {@return what a failure says, without the rest of its lines}
    static String firstLine(Throwable thrown) {
        String message = thrown.getMessage();
        String line = message == null ? "" : message.lines().findFirst().orElse("");
        return line.isEmpty() ? thrown.getClass().getSimpleName() : line;
    }

    String module() {
        return descriptor.name();
    }
}
