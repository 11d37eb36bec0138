package dev.dryrun.store.file;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.regex.Pattern;

/// Gives a file that is whole its name, unless another has it.
final class FileNaming {

    private static final String SEGMENT = "[a-z0-9_][a-z0-9._-]{0,127}";
    private static final Pattern ONE = Pattern.compile(SEGMENT);
    private static final Pattern NAME = Pattern.compile(SEGMENT + "(/" + SEGMENT + "){0,7}");
    private static final String LOCK = "lock";
    private static final long PAUSE_MS = 5;

    private final Path uploads;

    FileNaming(Path uploads) {
        this.uploads = uploads;
    }

    /// {@return the file of a name}
    ///
    /// @param root the store's folder
    /// @param name as the interface says
    /// @throws IllegalArgumentException when it is no such name
    static Path file(Path root, String name) {
        if (!NAME.matcher(name).matches() || name.equals("tmp") || name.startsWith("tmp/")) {
            throw new IllegalArgumentException("no name of a store: " + name);
        }
        return root.resolve(name);
    }

    /// {@return whether a file called so can be a part of a name}
    static boolean isSegment(String segment) {
        return ONE.matcher(segment).matches();
    }

    /// {@return whether it now has the name; false when another has}
    ///
    /// @param upload the whole content, on the same file system
    /// @param target the name
    boolean name(Path upload, Path target) throws IOException {
        try {
            Files.createLink(target, upload);
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (UnsupportedOperationException e) {
            return rename(upload, target);
        } catch (FileSystemException e) {
            return renamedAfter(e, upload, target);
        }
    }

    /// FAT and some network file systems refuse every link. What refuses the renaming too is told.
    private boolean renamedAfter(FileSystemException refusal, Path upload, Path target)
            throws IOException {
        try {
            return rename(upload, target);
        } catch (IOException e) {
            e.addSuppressed(refusal);
            throw e;
        }
    }

    /// Renames under a lock that the system drops when its process dies: renaming replaces.
    boolean rename(Path upload, Path target) throws IOException {
        try (FileChannel channel = FileChannel.open(uploads.resolve(LOCK), CREATE, WRITE);
                FileLock lock = lock(channel)) {
            if (!lock.isValid() || Files.exists(target)) {
                return false;
            }
            try {
                Files.move(upload, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                throw new FileSystemException(
                        target.toString(), null, "this file system cannot rename at one moment");
            }
            return true;
        }
    }

    /// Waits for other processes, and for other threads of this one, which Java refuses to wait
    /// for.
    private static FileLock lock(FileChannel channel) throws IOException {
        while (true) {
            try {
                return channel.lock();
            } catch (OverlappingFileLockException e) {
                try {
                    Thread.sleep(PAUSE_MS);
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                    throw new java.nio.channels.ClosedByInterruptException();
                }
            }
        }
    }

    /// Removes uploads that nobody finished.
    int sweep(Instant before) throws IOException {
        int removed = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(uploads)) {
            for (Path file : files) {
                if (!file.endsWith(LOCK) && untouchedSince(file, before)) {
                    removed += Files.deleteIfExists(file) ? 1 : 0;
                }
            }
        }
        return removed;
    }

    private static boolean untouchedSince(Path file, Instant before) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(before);
        } catch (NoSuchFileException e) {
            return false;
        }
    }
}
