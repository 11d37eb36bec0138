package dev.dryrun.dba;

import dev.dryrun.cli.ProjectOptions;
import dev.dryrun.cli.Terminal;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/// Where a large result goes: a file, which is there whole or not at all, or standard output.
///
/// @param terminal whose standard output, and where relative paths begin
/// @param named the file; null for standard output
record OutputFile(Terminal terminal, @Nullable Path named) {

    /// Writes a result.
    ///
    /// @param <T> what there is to say of it
    interface Content<T> {
        T writeTo(Writer out) throws IOException;
    }

    /// {@return what the content says, once it is written}
    ///
    /// @param content writes itself
    /// @throws InputException OUTPUT_UNWRITABLE when it cannot go there
    <T> T write(Content<T> content) {
        try {
            if (named == null) {
                T said = content.writeTo(terminal.out());
                if (terminal.out().checkError()) {
                    throw new IOException("standard output was closed");
                }
                return said;
            }
            return write(terminal.resolve(named), content);
        } catch (NoSuchFileException e) {
            throw unwritable("the folder does not exist", e);
        } catch (IOException e) {
            throw unwritable("the system refused", e);
        } catch (UncheckedIOException e) {
            throw unwritable("the system refused", e);
        }
    }

    /// Pipes and devices cannot be replaced; a file is, by one that is complete.
    private static <T> T write(Path target, Content<T> content) throws IOException {
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            try (Writer out = Files.newBufferedWriter(target)) {
                return content.writeTo(out);
            }
        }
        Path part = Files.createTempFile(folder(target), ".dryrun-", ".part", ownersOnly(target));
        try {
            T said;
            try (Writer out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                said = content.writeTo(out);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return said;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static Path folder(Path target) throws IOException {
        Path folder = target.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new NoSuchFileException(String.valueOf(folder));
        }
        return folder;
    }

    private static FileAttribute<?>[] ownersOnly(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private InputException unwritable(String why, Exception e) {
        return new InputException(
                ErrorCode.OUTPUT_UNWRITABLE,
                (named == null
                                ? "standard output"
                                : ProjectOptions.shown(terminal.resolve(named), terminal))
                        + " cannot be written: "
                        + why,
                "check the path, its permissions and the space",
                e);
    }
}
