package dev.dryrun.store.file;

import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileLockInterruptionException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a file system says, as what a store says.
final class FileErrors {

    /// A file that may not grow further is a quota of a kind.
    private static final List<String> FULL =
            List.of("no space", "quota", "not enough", "file too large");

    private FileErrors() {}

    /// Something that reads or writes files.
    interface Work<T> {
        T run() throws IOException;
    }

    static <T> T guarded(String failure, Work<T> work) {
        if (Thread.currentThread().isInterrupted()) {
            throw interrupted(failure, null);
        }
        try {
            return work.run();
        } catch (ClosedByInterruptException | FileLockInterruptionException e) {
            throw interrupted(failure, e);
        } catch (ReadOnlyFileSystemException e) {
            throw denied(failure + ": the file system is read-only", e);
        } catch (IOException e) {
            throw translated(failure, e);
        }
    }

    private static StoreException translated(String failure, IOException e) {
        String reason = reason(e);
        String lower = reason.toLowerCase(Locale.ROOT);
        String message = failure + ": " + reason;
        if (e instanceof AccessDeniedException || lower.contains("read-only")) {
            return denied(message, e);
        }
        if (FULL.stream().anyMatch(lower::contains)) {
            String hint = "make room there, then run the command again: it continues";
            return new StoreException(Kind.FULL, message, hint, e);
        }
        if (e instanceof NoSuchFileException) {
            String hint = "see whether the share is still mounted";
            return new StoreException(Kind.MISSING, message, hint, e);
        }
        if (lower.contains("stale") || lower.contains("timed out") || lower.contains("not conn")) {
            String hint = "see whether the share is still mounted and its server answers";
            return new StoreException(Kind.UNREACHABLE, message, hint, e);
        }
        return new StoreException(Kind.FAILED, message, "run the command again: it continues", e);
    }

    private static String reason(IOException e) {
        if (e instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (e instanceof NoSuchFileException) {
            return e.getMessage() + " is gone";
        }
        if (e instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason();
        }
        String message = Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName());
        return message.lines().findFirst().orElse("");
    }

    private static StoreException denied(String message, Exception cause) {
        String hint = "ask whoever owns the folder for the right to write to it";
        return new StoreException(Kind.DENIED, message, hint, cause);
    }

    private static StoreException interrupted(String failure, @Nullable Exception cause) {
        Thread.currentThread().interrupt();
        String hint = "run the command again: it continues";
        return new StoreException(Kind.INTERRUPTED, failure + ": interrupted", hint, cause);
    }
}
