package dev.dryrun.tidy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.module.FindException;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// The built modules, as the class path of this test brings them.
final class Modules {

    static final String PREFIX = "dev.dryrun.";

    private Modules() {}

    /// {@return our modules by name}
    static List<ModuleReference> ours() {
        return explicit().stream()
                .filter(module -> name(module).startsWith(PREFIX))
                .sorted(Comparator.comparing(Modules::name))
                .toList();
    }

    static String name(ModuleReference module) {
        return module.descriptor().name();
    }

    /// {@return finds every module with a descriptor, ours and third parties'. Without one a jar
    /// cannot be linked, so it does not count}
    static ModuleFinder finder() {
        Path[] places =
                explicit().stream()
                        .flatMap(module -> module.location().stream())
                        .map(Path::of)
                        .toArray(Path[]::new);
        return ModuleFinder.of(places);
    }

    /// {@return every class of the module}
    static List<ClassModel> classes(ModuleReference module) {
        List<ClassModel> classes = new ArrayList<>();
        try (ModuleReader reader = module.open();
                Stream<String> names = reader.list()) {
            for (String name : names.filter(it -> it.endsWith(".class")).sorted().toList()) {
                try (InputStream in = reader.open(name).orElseThrow()) {
                    classes.add(ClassFile.of().parse(in.readAllBytes()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return classes;
    }

    private static List<ModuleReference> explicit() {
        String classPath = System.getProperty("java.class.path");
        return Stream.of(classPath.split(File.pathSeparator))
                .flatMap(entry -> modules(Path.of(entry)))
                .filter(module -> !module.descriptor().isAutomatic())
                .toList();
    }

    private static Stream<ModuleReference> modules(Path place) {
        try {
            return ModuleFinder.of(place).findAll().stream();
        } catch (FindException _) {
            return Stream.empty();
        }
    }
}
