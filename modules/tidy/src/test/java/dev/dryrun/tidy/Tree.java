package dev.dryrun.tidy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The files of the repository, without what a build makes.
final class Tree {

    private static final Set<String> MADE = Set.of("target", ".git", ".dryrun", ".idea", ".vscode");
    private static final Path ROOT =
            Path.of(System.getProperty("dryrun.root", "../..")).toAbsolutePath().normalize();

    private Tree() {}

    /// {@return the folders under `modules/` that the build takes in}
    static Set<String> reactor() {
        return Pattern.compile("<module>modules/([a-z]+)</module>")
                .matcher(text(ROOT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    static Path root() {
        return ROOT;
    }

    /// {@return every file, in the order of the paths}
    static List<Path> files() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(
                    ROOT,
                    new SimpleFileVisitor<>() {
                        @Override
                        public FileVisitResult preVisitDirectory(
                                Path directory, BasicFileAttributes attributes) {
                            return MADE.contains(directory.getFileName().toString())
                                    ? FileVisitResult.SKIP_SUBTREE
                                    : FileVisitResult.CONTINUE;
                        }

                        @Override
                        public FileVisitResult visitFile(
                                Path file, BasicFileAttributes attributes) {
                            if (!MADE.contains(file.getFileName().toString())) {
                                files.add(file);
                            }
                            return FileVisitResult.CONTINUE;
                        }
                    });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        files.sort(Path::compareTo);
        return files;
    }

    /// {@return every file whose name ends so}
    static List<Path> files(String ending) {
        return files().stream().filter(file -> file.toString().endsWith(ending)).toList();
    }

    /// {@return the file's path from the root, with slashes}
    static String shown(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    static String text(Path file) {
        return textIfAny(file).orElseThrow(() -> new IllegalStateException(file + " is no text"));
    }

    /// {@return the file's text; empty when it is not UTF-8}
    static Optional<String> textIfAny(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (MalformedInputException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
