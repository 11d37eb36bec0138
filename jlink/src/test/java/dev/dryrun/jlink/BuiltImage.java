package dev.dryrun.jlink;

import dev.dryrun.testkit.Command;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// An image under test: the built one, or a copy that a test may damage.
///
/// @param folder the image
record BuiltImage(Path folder) {

    /// What an agent sends first.
    static final String INITIALIZE =
            """
            {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25",\
            "capabilities":{},"clientInfo":{"name":"test","version":"1"}}}
            """;

    static BuiltImage ofTheBuild() {
        return new BuiltImage(Path.of(System.getProperty("dryrun.image")));
    }

    Path launcher() {
        return folder.resolve("bin/dryrun");
    }

    /// The folder of the caches.
    Path caches() {
        return folder.resolve("lib/aot");
    }

    Path cacheOf(Root root) {
        return caches().resolve(root.shortName() + ".aot");
    }

    /// `bin/dryrun` with arguments, not yet run.
    Command dryrun(String... arguments) {
        return Command.of(launcher().toString()).with(arguments);
    }

    /// `bin/java` with arguments, past the launcher.
    Command java(String... arguments) {
        return Command.of(folder.resolve("bin/java").toString()).with(arguments);
    }

    /// A copy, file times and all.
    BuiltImage copyTo(Path target) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.toList()) {
                Files.copy(
                        file,
                        target.resolve(folder.relativize(file).toString()),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
            }
        }
        return new BuiltImage(target);
    }

    long sizeBytes(Predicate<Path> counted) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(counted)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }
}
