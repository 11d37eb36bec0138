package dev.dryrun.jlink;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The linked runtime: from jars, through jmods, to a folder that runs by itself.
///
/// @param folder the image
record Image(Path folder) {

    private static final String SQLITE = "org.xerial.sqlitejdbc";
    private static final String PARSER = "dev.dryrun.pgquery";

    /// Links an image that holds the three roots and what they need.
    ///
    /// The JDK's own modules come from the JDK this runs on; it needs no `jmods` folder.
    ///
    /// @param jars every module but the JDK's, one jar each
    /// @param parserLibrary the folder with the native library of libpg_query
    /// @param legal licences that a jar lacks or that of what is not a jar, a folder per module
    /// @param work a folder for what is in between; emptied first
    /// @param image where the image comes to be; emptied first
    static Image link(List<Path> jars, Path parserLibrary, Path legal, Path work, Path image)
            throws IOException {
        delete(work);
        delete(image);
        Path jmods = Files.createDirectories(work.resolve("jmods"));
        try (URLClassLoader all = loader(jars)) {
            LeanClasses lean = new LeanClasses(all);
            for (Path jar : jars) {
                ExplodedModule module = ExplodedModule.of(jar, work.resolve("exploded"), lean);
                addLicences(legal.resolve(module.descriptor().name()), module.legal());
                jmod(module, parserLibrary, jmods);
            }
        }
        Tool.run(
                "jlink",
                List.of(
                        "--module-path",
                        jmods.toString(),
                        "--add-modules",
                        roots(),
                        "--output",
                        image.toString(),
                        "--strip-java-debug-attributes",
                        "--no-header-files",
                        "--no-man-pages",
                        "--compress=zip-6"));
        Files.createDirectories(image.resolve("plugins"));
        return new Image(image);
    }

    private static URLClassLoader loader(List<Path> jars) throws IOException {
        URL[] urls = new URL[jars.size()];
        for (int i = 0; i < urls.length; i++) {
            urls[i] = jars.get(i).toUri().toURL();
        }
        return new URLClassLoader(urls, ClassLoader.getPlatformClassLoader());
    }

    private static void addLicences(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file : files.toList()) {
                    Files.copy(file, to.resolve(String.valueOf(file.getFileName())));
                }
            }
        }
    }

    private static String roots() {
        return Arrays.stream(Root.values()).map(Root::module).collect(Collectors.joining(","));
    }

    private static void jmod(ExplodedModule module, Path parserLibrary, Path jmods)
            throws IOException {
        String name = module.descriptor().name();
        List<String> arguments = new ArrayList<>(List.of("create"));
        arguments.addAll(List.of("--class-path", module.classes().toString()));
        module.descriptor()
                .rawVersion()
                .ifPresent(version -> arguments.addAll(List.of("--module-version", version)));
        if (!isEmpty(module.libraries())) {
            arguments.addAll(List.of("--libs", module.libraries().toString()));
        } else if (name.equals(PARSER)) {
            arguments.addAll(List.of("--libs", parserLibrary.toString()));
        }
        if (!isEmpty(module.legal())) {
            arguments.addAll(List.of("--legal-notices", module.legal().toString()));
        }
        for (Root root : Root.values()) {
            if (root.module().equals(name)) {
                arguments.addAll(List.of("--main-class", root.mainClass()));
            }
        }
        arguments.add(jmods.resolve(name + ".jmod").toString());
        Tool.run("jmod", arguments);
    }

    /// {@return the file name of sqlite's native library in `lib/`}
    ///
    /// @param work the folder given to [#link]
    static String sqliteLibrary(Path work) throws IOException {
        try (Stream<Path> files = Files.list(work.resolve("exploded/" + SQLITE + "/libraries"))) {
            return files.map(file -> file.getFileName().toString())
                    .findFirst()
                    .orElseThrow(
                            () -> new IllegalStateException("sqlite-jdbc has none for this host"));
        }
    }

    /// Removes the commands that the JDK's modules bring along; ours is the only one of a user.
    void keepOnlyJavaIn(Path bin) throws IOException {
        Set<String> kept = Set.of("java", "dryrun");
        try (Stream<Path> files = Files.list(bin)) {
            for (Path file : files.toList()) {
                if (!kept.contains(String.valueOf(file.getFileName()))) {
                    Files.delete(file);
                }
            }
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }

    /// Deletes a folder with all it holds, or does nothing when it is not there.
    ///
    /// @param folder which
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> {
                        try {
                            Files.delete(file);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
        }
    }
}
