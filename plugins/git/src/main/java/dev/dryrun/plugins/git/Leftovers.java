package dev.dryrun.plugins.git;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a process that was killed has left in a repository of this machine: files under names that
/// nobody ever reads, and locks.
final class Leftovers {

    /// A lock is held for milliseconds; after this time its holder is dead.
    private static final Duration LOCK_DEAD = Duration.ofSeconds(30);

    private static final Pattern UNFINISHED =
            Pattern.compile("(incoming|insert|gc|noz|tmp)_?[0-9A-Za-z_-]*\\.(pack|idx|tmp).*");

    private Leftovers() {}

    /// Removes unfinished packs and objects.
    ///
    /// @param gitFolder the repository
    /// @param before only what has not been touched since
    /// @return how many
    static int sweep(Path gitFolder, Instant before) throws IOException {
        int removed = 0;
        for (Path folder :
                List.of(gitFolder.resolve("objects"), gitFolder.resolve("objects/pack"))) {
            for (Path file : files(folder)) {
                if (UNFINISHED.matcher(file.getFileName().toString()).matches()
                        && isOlder(file, before)) {
                    removed += Files.deleteIfExists(file) ? 1 : 0;
                }
            }
        }
        return removed;
    }

    /// Removes a ref's lock whose holder was killed.
    ///
    /// @param ref the full name of a branch
    /// @return whether there was one
    static boolean unlock(Path gitFolder, String ref) throws IOException {
        Path lock = gitFolder.resolve(ref + ".lock");
        return isOlder(lock, Instant.now().minus(LOCK_DEAD)) && Files.deleteIfExists(lock);
    }

    /// Deletes a folder with all that is in it.
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        Files.walkFileTree(
                folder,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                            throws IOException {
                        Files.deleteIfExists(file);
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFileFailed(Path file, IOException e)
                            throws IOException {
                        if (e instanceof NoSuchFileException) {
                            return FileVisitResult.CONTINUE;
                        }
                        throw e;
                    }

                    @Override
                    public FileVisitResult postVisitDirectory(Path left, IOException e)
                            throws IOException {
                        Files.deleteIfExists(left);
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    static boolean isOlder(Path file, Instant than) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(than);
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return new ArrayList<>(files.filter(Files::isRegularFile).toList());
        }
    }
}
