package dev.dryrun.jlink;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.sqlite.util.OSInfo;

/// A modular jar, taken apart the way `jmod` wants it.
///
/// A multi-release jar is flattened to what the running release sees, and its classes are
/// rewritten. Licences go to a folder of their own, from which they reach `legal/` in the image. Of
/// the native libraries of sqlite and zstd only those for this machine are kept, and they go to
/// `lib/`, so that nothing is unpacked at start.
///
/// @param descriptor the module's descriptor; never that of an automatic module
/// @param classes the folder with its classes and resources
/// @param libraries the folder with its native libraries; may be empty
/// @param legal the folder with its licences; may be empty
record ExplodedModule(ModuleDescriptor descriptor, Path classes, Path libraries, Path legal) {

    private static final String SQLITE_NATIVES = "org/sqlite/native/";

    /// Where zstd-jni keeps the library of each system: it looks in `lib/` when it finds none
    /// there.
    private static final Pattern ZSTD_NATIVE =
            Pattern.compile("[a-z]+/[a-z0-9_]+/libzstd-jni-[^/]+");

    /// Takes a jar apart.
    ///
    /// @param jar the jar
    /// @param work a folder below which the module gets its own
    /// @param lean rewrites its classes
    /// @throws IllegalStateException when the jar has no descriptor: jlink takes no automatic
    ///   module
    static ExplodedModule of(Path jar, Path work, LeanClasses lean) throws IOException {
        ModuleReference reference = ModuleFinder.of(jar).findAll().iterator().next();
        ModuleDescriptor descriptor = reference.descriptor();
        if (descriptor.isAutomatic()) {
            throw new IllegalStateException(
                    jar.getFileName() + " has no module descriptor; see modules/modularized");
        }
        Path folder = work.resolve(descriptor.name());
        ExplodedModule module =
                new ExplodedModule(
                        descriptor,
                        Files.createDirectories(folder.resolve("classes")),
                        Files.createDirectories(folder.resolve("libraries")),
                        Files.createDirectories(folder.resolve("legal")));
        module.fillFrom(jar, lean);
        return module;
    }

    private void fillFrom(Path jar, LeanClasses lean) throws IOException {
        try (JarFile file = new JarFile(jar.toFile(), true, ZipFile.OPEN_READ, Runtime.version())) {
            List<JarEntry> entries =
                    file.versionedStream().filter(entry -> !entry.isDirectory()).toList();
            for (JarEntry entry : entries) {
                place(file, entry, lean);
            }
        }
    }

    private void place(JarFile jar, JarEntry entry, LeanClasses lean) throws IOException {
        String name = entry.getName();
        String last = name.substring(name.lastIndexOf('/') + 1);
        if (name.startsWith(SQLITE_NATIVES)) {
            String host = SQLITE_NATIVES + OSInfo.getNativeLibFolderPathForCurrentOS() + "/";
            if (name.startsWith(host)) {
                copy(jar, entry, libraries.resolve(last));
            }
        } else if (ZSTD_NATIVE.matcher(name).matches()) {
            if (name.startsWith(zstdHost())) {
                copy(jar, entry, libraries.resolve(last));
            }
        } else if (isLicence(name, last)) {
            copy(jar, entry, legal.resolve(licenceName(name, last)));
        } else if (!name.startsWith("META-INF/")) {
            copy(jar, entry, classes.resolve(name));
            rewrite(classes.resolve(name), lean);
        }
    }

    /// {@return the folder of this host's library in zstd-jni, as that itself would name it}
    private static String zstdHost() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String architecture = System.getProperty("os.arch", "");
        if (system.startsWith("mac")) {
            return "darwin/" + architecture + "/";
        }
        return (system.startsWith("win") ? "win/" : system + "/") + architecture + "/";
    }

    private static boolean isLicence(String name, String last) {
        return name.startsWith("META-INF/")
                && (last.startsWith("LICENSE") || last.startsWith("NOTICE"));
    }

    /// `META-INF/licenses/antlr4-runtime/LICENSE` becomes `antlr4-runtime-LICENSE`: legal folders
    /// are flat.
    private static String licenceName(String name, String last) {
        String prefix = "META-INF/licenses/";
        return name.startsWith(prefix)
                ? name.substring(prefix.length()).replace("/META-INF/", "/").replace('/', '-')
                : last;
    }

    private static void rewrite(Path file, LeanClasses lean) throws IOException {
        if (file.toString().endsWith(".class") && !file.endsWith("module-info.class")) {
            Files.write(file, lean.lean(Files.readAllBytes(file)));
        }
    }

    private static void copy(JarFile jar, JarEntry entry, Path to) throws IOException {
        Path folder = to.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (InputStream in = jar.getInputStream(entry)) {
            Files.copy(in, to);
        }
    }
}
