package dev.dryrun.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// A note beside the file that says which process writes to it, for the message that another one
/// shows. Nothing depends on it: it may be missing, or be a dead process's.
///
/// @param file the history file
record WriterNote(Path file) {

    private static final int LENGTH_MAX = 20;

    /// Leaves this process's number, if the folder lets it.
    void leave() {
        try {
            Files.deleteIfExists(path());
            Files.createFile(path(), PrivateFiles.file(path()));
            Files.writeString(path(), Long.toString(ProcessHandle.current().pid()));
        } catch (IOException e) {
            // A full disk is for the write itself to report.
            return;
        }
    }

    void remove() {
        try {
            Files.deleteIfExists(path());
        } catch (IOException e) {
            // A note that stays names a process that no longer holds the lock: nobody asks it.
            return;
        }
    }

    /// {@return the number of the living process that left the note}
    Optional<Long> holder() {
        try {
            if (Files.size(path()) > LENGTH_MAX) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readString(path(), StandardCharsets.US_ASCII));
            return ProcessHandle.of(pid).map(ProcessHandle::pid);
        } catch (IOException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Path path() {
        return file.resolveSibling(file.getFileName() + "-writer");
    }
}
