package dev.dryrun.testkit;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A plugin made for a test: a folder of jars, compiled as their author would, against the modules
/// of the running test.
///
/// @param path the folder
public record DropInFolder(Path path) {

    private static final String JAR = ".jar";

    /// {@return an empty one}
    ///
    /// @param place the folder of plugins; made where it is missing
    /// @param name the plugin's
    public static DropInFolder in(Path place, String name) {
        try {
            return new DropInFolder(Files.createDirectories(place.resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Adds a jar. It may need what the folder holds already.
    ///
    /// @param name of the jar, without `.jar`
    /// @param attributes of its manifest, `DryRun-Api` for instance
    /// @param sources texts by file name, `acme/Rank.java`; anything but Java goes in as it is
    /// @return this
    public DropInFolder jar(
            String name, Map<String, String> attributes, Map<String, String> sources) {
        try {
            Path work = Files.createTempDirectory("plugin");
            Path classes = Files.createDirectories(work.resolve("classes"));
            List<String> files = new ArrayList<>();
            for (Map.Entry<String, String> source : sources.entrySet()) {
                boolean java = source.getKey().endsWith(".java");
                Path file = (java ? work.resolve("src") : classes).resolve(source.getKey());
                Files.createDirectories(file.getParent());
                Files.writeString(file, source.getValue());
                if (java) {
                    files.add(file.toString());
                }
            }
            compile(classes, files);
            pack(classes, path.resolve(name + JAR), attributes);
            FileTrees.delete(work);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /// {@return its modules, resolved beside those of the running test}
    public ModuleLayer layer() {
        ModuleFinder finder = ModuleFinder.of(path);
        Set<String> names =
                finder.findAll().stream()
                        .map(module -> module.descriptor().name())
                        .collect(Collectors.toSet());
        ModuleLayer boot = ModuleLayer.boot();
        return boot.defineModulesWithOneLoader(
                boot.configuration().resolve(finder, ModuleFinder.of(), names),
                ClassLoader.getSystemClassLoader());
    }

    private void compile(Path classes, List<String> files) {
        String separator = File.pathSeparator;
        String modules =
                System.getProperty("jdk.module.path", "") + separator + Command.classPath();
        List<String> arguments = new ArrayList<>(List.of("-d", classes.toString(), "-nowarn"));
        boolean module = files.stream().anyMatch(file -> file.endsWith("module-info.java"));
        arguments.addAll(
                module
                        ? List.of("--module-path", path + separator + modules)
                        : List.of("-classpath", jars() + separator + modules));
        arguments.addAll(files);
        StringWriter output = new StringWriter();
        PrintWriter printer = new PrintWriter(output);
        int status =
                ToolProvider.findFirst("javac")
                        .orElseThrow()
                        .run(printer, printer, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new AssertionError("the plugin does not compile: " + output);
        }
    }

    private String jars() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(JAR))
                    .map(Path::toString)
                    .collect(Collectors.joining(File.pathSeparator));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void pack(Path classes, Path jar, Map<String, String> attributes)
            throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.forEach(manifest.getMainAttributes()::putValue);
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream to = new JarOutputStream(out, manifest);
                Stream<Path> walk = Files.walk(classes)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                to.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                Files.copy(file, to);
                to.closeEntry();
            }
        }
    }
}
