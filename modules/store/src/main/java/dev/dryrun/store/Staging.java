package dev.dryrun.store;

import dev.dryrun.json.ContentHash;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Blobs that were fetched and held to their hash, until the snapshot they belong to is whole: the
/// file's lock need not be held while the network is waited for, and a pull that was interrupted
/// goes on from here.
///
/// Private to the user, beside `history.db`. Two pulls may share it. Safe for concurrent calls.
final class Staging {

    private final Path folder;

    /// What the folder lies in, when that is not there before it; null when it is.
    private final @Nullable Path around;

    /// @param historyFile the file it lies beside
    Staging(Path historyFile) {
        folder = historyFile.resolveSibling(historyFile.getFileName() + "-pull");
        Path parent = folder.toAbsolutePath().getParent();
        around = parent == null || Files.exists(parent) ? null : parent;
    }

    boolean has(ContentHash hash) {
        return Files.exists(file(hash));
    }

    Optional<byte[]> read(ContentHash hash) {
        try {
            return Optional.of(Files.readAllBytes(file(hash)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unwritable("cannot be read", e);
        }
    }

    void write(ContentHash hash, byte[] packed) {
        Path part = folder.resolve(UUID.randomUUID() + ".part");
        try {
            Files.createDirectories(folder, permissions());
            Files.write(part, packed);
            Files.move(part, file(hash), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable("cannot be written: no space, or no permission", e);
        }
    }

    /// Removes everything: nothing of it is needed any more, or it is not to be trusted. What it
    /// lies in goes too when it was made for it, and holds nothing else.
    void clear() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
            if (around != null) {
                Files.delete(around);
            }
        } catch (DirectoryNotEmptyException _) {
            // A history.db came to be there, or another pull is at work.
        } catch (IOException e) {
            System.getLogger(Staging.class.getName())
                    .log(System.Logger.Level.DEBUG, "{0} stays: {1}", folder, e);
        }
    }

    private Path file(ContentHash hash) {
        return folder.resolve(hash.hex());
    }

    private HistoryException unwritable(String how, IOException e) {
        return new HistoryException(
                ErrorCode.HISTORY_UNWRITABLE,
                folder + " " + how,
                "nothing was changed; mend that and run the command again",
                e);
    }

    private FileAttribute<?>[] permissions() {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(
                            PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
    }
}
