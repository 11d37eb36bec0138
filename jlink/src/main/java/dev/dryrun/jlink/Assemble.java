package dev.dryrun.jlink;

import java.io.IOException;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes `target/dryrun`: the linked image, `bin/dryrun`, and one cache for each root.
final class Assemble {
    private Assemble() {}

    /// Starts the assembly.
    ///
    /// The one argument is the project's folder; the rest lies at fixed places below it: the
    /// modules' jars in `jlink/target/modules`, libpg_query's library in `native/target/lib`.
    ///
    /// @param arguments see above
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path root = Path.of(arguments[0]).toAbsolutePath();
        Path target = root.resolve("jlink/target");
        Path work = target.resolve("work");

        ModuleFinder modules = ModuleFinder.of(target.resolve("modules"));
        Image image =
                Image.link(
                        jarsIn(target.resolve("modules")),
                        root.resolve("native/target/lib"),
                        root.resolve("jlink/src/main/legal"),
                        work,
                        target.resolve("dryrun"));
        Path bin = image.folder().resolve("bin");
        image.keepOnlyJavaIn(bin);
        Files.copy(root.resolve("LICENSE"), image.folder().resolve("LICENSE"));
        Path share = Files.createDirectories(image.folder().resolve("share"));
        String role = "dryrun-readonly-role.sql";
        Files.copy(root.resolve(role), share.resolve(role));
        Launcher launcher =
                Launcher.render(
                        root.resolve("jlink/src/main/launcher"),
                        Image.sqliteLibrary(work),
                        each -> each.nativeAccess(modules));
        launcher.write(bin.resolve("dryrun"));
        ShippedPlugins.in(root.resolve("plugins")).putInto(image.folder());
        train(root, image, launcher, work.resolve("training"));
        System.out.println("image: " + image.folder());
    }

    private static void train(Path root, Image image, Launcher launcher, Path project)
            throws IOException, InterruptedException {
        Files.createDirectories(image.folder().resolve("lib/aot"));
        Path training = image.folder().resolve("bin/dryrun-training");
        launcher.forTraining().write(training);
        try (DemoDatabase database = DemoDatabase.start(root)) {
            @Nullable String url = database == null ? null : database.url();
            new Training(training, project).run(url);
        } finally {
            Files.deleteIfExists(training);
        }
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
        }
    }
}
