package dev.dryrun.cli;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/// A text of SQL that a command was given: a file, or standard input for `-`.
///
/// @param name as it was given
/// @param text what it says
record SqlSource(String name, String text) {

    private static final String STANDARD_INPUT = "-";

    /// {@return the text of a file or of standard input; of a folder, those of all files in it and
    /// below that end in `.sql`, by name, but for hidden ones}
    ///
    /// @param name a path, or `-`
    /// @param terminal where relative paths begin, and standard input
    /// @throws InputException INPUT_UNREADABLE as below, and when a folder has no such file
    static List<SqlSource> all(String name, Terminal terminal) {
        if (name.equals(STANDARD_INPUT) || !Files.isDirectory(terminal.resolve(Path.of(name)))) {
            return List.of(read(name, terminal));
        }
        Path given = Path.of(name);
        Path folder = terminal.resolve(given);
        List<Path> found = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SqlFiles(folder, found));
        } catch (IOException e) {
            throw unreadable(name + " cannot be read", "check that you may read all of it", e);
        }
        if (found.isEmpty()) {
            throw new InputException(
                    ErrorCode.INPUT_UNREADABLE,
                    name + " has no file that ends in .sql",
                    "name the folder that has them, or the files");
        }
        return found.stream()
                .sorted()
                .map(file -> read(given.resolve(folder.relativize(file)).toString(), terminal))
                .toList();
    }

    /// Collects the files of a folder. A link to a folder is not followed.
    private static final class SqlFiles extends SimpleFileVisitor<Path> {
        private static final String ENDING = ".sql";
        private static final String HIDDEN = ".";

        private final Path top;
        private final List<Path> found;

        SqlFiles(Path top, List<Path> found) {
            this.top = top;
            this.found = found;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(top) && isHidden(folder)
                    ? FileVisitResult.SKIP_SUBTREE
                    : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(ENDING) && !isHidden(file) && !Files.isDirectory(file)) {
                found.add(file);
            }
            return FileVisitResult.CONTINUE;
        }

        private static boolean isHidden(Path path) {
            Path last = path.getFileName();
            return last != null && last.toString().startsWith(HIDDEN);
        }
    }

    /// {@return the text}
    ///
    /// @param name a path, or `-`
    /// @param terminal where relative paths begin, and standard input
    /// @throws InputException INPUT_UNREADABLE when there is no such file, or it is not UTF-8
    static SqlSource read(String name, Terminal terminal) {
        try {
            byte[] bytes =
                    name.equals(STANDARD_INPUT)
                            ? terminal.in().readAllBytes()
                            : Files.readAllBytes(terminal.resolve(Path.of(name)));
            return new SqlSource(
                    name,
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (NoSuchFileException e) {
            throw unreadable(name + " does not exist", "check the path", e);
        } catch (CharacterCodingException e) {
            throw unreadable(name + " is not UTF-8", "save it as UTF-8", e);
        } catch (IOException e) {
            throw unreadable(name + " cannot be read", "check that it is a file you may read", e);
        }
    }

    private static InputException unreadable(String what, String hint, IOException e) {
        return new InputException(ErrorCode.INPUT_UNREADABLE, what, hint, e);
    }
}
