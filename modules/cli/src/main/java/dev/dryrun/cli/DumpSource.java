package dev.dryrun.cli;

import dev.dryrun.json.Dump;
import dev.dryrun.json.DumpReader;
import dev.dryrun.json.MalformedJsonException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.SchemaObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A dumped schema that can be read more than once: a file, or what came through standard input or
/// a pipe.
final class DumpSource {

    private static final String STANDARD_INPUT = "-";

    /// What is not a file is kept in memory, so it must fit.
    private static final int KEPT_MAX = 256 * 1024 * 1024;

    private final String name;
    private final Path file;
    private final byte @Nullable [] kept;

    private DumpSource(String name, Path file, byte @Nullable [] kept) {
        this.name = name;
        this.file = file;
        this.kept = kept;
    }

    /// {@return the source}
    ///
    /// @param name a path, or `-`
    /// @param terminal where relative paths begin, and standard input
    /// @throws InputException INPUT_UNREADABLE when there is none
    static DumpSource of(String name, Terminal terminal) {
        try {
            if (name.equals(STANDARD_INPUT)) {
                return new DumpSource("standard input", Path.of(""), kept(terminal.in()));
            }
            Path file = terminal.resolve(Path.of(name));
            if (Files.isDirectory(file)) {
                throw unreadable(name + " is a folder", "name the file that was dumped", null);
            }
            if (!Files.exists(file)) {
                throw new NoSuchFileException(name);
            }
            if (Files.isRegularFile(file)) {
                return new DumpSource(name, file, null);
            }
            try (InputStream in = Files.newInputStream(file)) {
                return new DumpSource(name, file, kept(in));
            }
        } catch (NoSuchFileException | InvalidPathException e) {
            throw unreadable(name + " does not exist", "check the path", e);
        } catch (IOException e) {
            throw unreadable(name + " cannot be read", "check that it is a file you may read", e);
        }
    }

    /// {@return how messages and results call it}
    String name() {
        return name;
    }

    /// Reads the dump from its begin to its end.
    ///
    /// @param consumer takes one object at a time
    /// @return what the dump says of itself
    /// @throws InputException INPUT_UNREADABLE when it is no dump, or cannot be read
    Dump read(Consumer<? super SchemaObject> consumer) {
        try (InputStream in = open()) {
            return DumpReader.read(in, consumer);
        } catch (MalformedJsonException e) {
            throw unreadable(
                    name + " cannot be imported: " + e.getMessage(),
                    "dump it again with this DryRun: dryrun dump-schema --output FILE",
                    e);
        } catch (IOException e) {
            throw unreadable(name + " cannot be read", "check that it is a file you may read", e);
        }
    }

    private InputStream open() throws IOException {
        return kept == null ? Files.newInputStream(file) : new ByteArrayInputStream(kept);
    }

    private static byte[] kept(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(KEPT_MAX + 1);
        if (bytes.length > KEPT_MAX) {
            throw unreadable(
                    "more than " + KEPT_MAX + " bytes came in",
                    "save them to a file and name that: files may be larger",
                    null);
        }
        return bytes;
    }

    private static InputException unreadable(String what, String hint, @Nullable Exception e) {
        return new InputException(ErrorCode.INPUT_UNREADABLE, what, hint, e);
    }
}
