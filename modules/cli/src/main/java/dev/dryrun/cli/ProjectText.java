package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/// The text of a project's `dryrun.toml`, to be changed.
///
/// @param file where it is, or is to be
/// @param shownAs how messages call it
/// @param text what it says; empty when there is none yet
record ProjectText(Path file, String shownAs, String text) {

    static ProjectText of(Project project, Terminal terminal) {
        Path file = project.file() == null ? project.root().resolve("dryrun.toml") : project.file();
        String shownAs = ProjectOptions.shown(file, terminal).toString();
        try {
            // What a link leads to is what changes.
            Path real = Files.exists(file) ? file.toRealPath() : file;
            return new ProjectText(real, shownAs, Files.readString(real));
        } catch (NoSuchFileException e) {
            return new ProjectText(file, shownAs, "");
        } catch (IOException e) {
            throw new InputException(
                    ErrorCode.INPUT_UNREADABLE,
                    shownAs + " cannot be read",
                    "check its permissions",
                    e);
        }
    }

    /// Replaces it, whole or not at all, with the permissions that it had.
    void write(String changed) {
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            if (Files.exists(file)) {
                Files.copy(file, part, StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.writeString(part, changed);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InputException(
                    ErrorCode.OUTPUT_UNWRITABLE,
                    shownAs + " cannot be written",
                    "nothing was changed; check its permissions and the space",
                    e);
        } finally {
            discard(part);
        }
    }

    private static void discard(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            System.getLogger(ProjectText.class.getName())
                    .log(System.Logger.Level.DEBUG, "{0} stays", part);
        }
    }
}
