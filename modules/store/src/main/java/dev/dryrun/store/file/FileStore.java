package dev.dryrun.store.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import dev.dryrun.store.spi.StorePage;
import dev.dryrun.store.spi.StoreTraits;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/// A folder: each name is a file in it.
///
/// A file is written under `tmp/`, forced to the disk, and then given its name by a hard link,
/// which no second writer can give again. Where the file system has no such links, by renaming
/// under a lock. What is in the folder has the permissions that the user's umask gives it.
///
/// Threads: any number.
final class FileStore implements SnapshotStore {

    private static final int PARALLELISM = 8;

    private final Path root;
    private final Path uploads;
    private final FileNaming naming;

    /// Folders with names that are not safe from a crash yet.
    private final Set<Path> touched = ConcurrentHashMap.newKeySet();

    FileStore(Path root) {
        this.root = root;
        this.uploads = root.resolve("tmp");
        this.naming = new FileNaming(uploads);
    }

    @Override
    public StoreTraits traits() {
        return new StoreTraits(PARALLELISM, false, true);
    }

    @Override
    public String check() {
        return guarded(
                "read",
                () -> {
                    if (Files.isDirectory(root)) {
                        Path probe = upload(new byte[0]);
                        Files.deleteIfExists(probe);
                        return "folder " + root + ", can be read and written";
                    }
                    requireParent();
                    return "folder " + root + ", which the first push makes";
                });
    }

    @Override
    public boolean put(String name, byte[] content) {
        Path target = file(name);
        return guarded(
                "write to",
                () -> {
                    if (Files.exists(target)) {
                        return false;
                    }
                    Path upload = upload(content);
                    try {
                        makeFolder(parent(target));
                        boolean named = naming.name(upload, target);
                        if (named) {
                            touched.add(parent(target));
                        }
                        return named;
                    } finally {
                        Files.deleteIfExists(upload);
                    }
                });
    }

    @Override
    public void flush() {
        guarded(
                "write to",
                () -> {
                    List<Path> folders = List.copyOf(touched);
                    for (Path folder : folders) {
                        force(folder);
                        touched.remove(folder);
                    }
                    return folders.size();
                });
    }

    @Override
    public Optional<byte[]> get(String name, int limitBytes) {
        Path file = file(name);
        return guarded(
                "read",
                () -> {
                    requirePlace();
                    // Whoever shares the folder can put a link or a pipe there; neither is
                    // followed.
                    if (Files.exists(file, NOFOLLOW_LINKS)
                            && !Files.isRegularFile(file, NOFOLLOW_LINKS)) {
                        throw damaged(file + " is no plain file");
                    }
                    try (FileChannel channel = FileChannel.open(file, READ, NOFOLLOW_LINKS)) {
                        long size = channel.size();
                        if (size > limitBytes) {
                            throw damaged(
                                    file
                                            + " is of "
                                            + size
                                            + " bytes; at most "
                                            + limitBytes
                                            + " were expected");
                        }
                        ByteBuffer content = ByteBuffer.allocate((int) size);
                        while (content.hasRemaining() && channel.read(content) >= 0) {}
                        byte[] bytes = new byte[content.position()];
                        content.flip().get(bytes);
                        return Optional.of(bytes);
                    } catch (NoSuchFileException e) {
                        return Optional.empty();
                    }
                });
    }

    @Override
    public StorePage list(String prefix, String after, int limit) {
        return guarded(
                "read",
                () -> {
                    requirePlace();
                    return new FileLister(root, prefix, after, limit).page();
                });
    }

    @Override
    public void delete(String name) {
        Path file = file(name);
        guarded(
                "write to",
                () -> {
                    return Files.deleteIfExists(file) && touched.add(parent(file));
                });
    }

    @Override
    public int sweep(Instant before) {
        return guarded(
                "write to",
                () -> {
                    requirePlace();
                    return Files.isDirectory(uploads) ? naming.sweep(before) : 0;
                });
    }

    @Override
    public void close() {
        touched.clear();
    }

    private Path upload(byte[] content) throws IOException {
        makeFolder(uploads);
        Path upload = uploads.resolve(UUID.randomUUID().toString());
        boolean written = false;
        try (FileChannel channel = FileChannel.open(upload, CREATE_NEW, WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
            written = true;
        } finally {
            if (!written) {
                Files.deleteIfExists(upload);
            }
        }
        return upload;
    }

    /// Makes a folder below the root, and the root where what it lies in is there: a share that is
    /// not mounted must not be written beside.
    private void makeFolder(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        if (folder.equals(root)) {
            requireParent();
        } else {
            makeFolder(parent(folder));
        }
        try {
            Files.createDirectory(folder);
            touched.add(parent(folder));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void force(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, READ)) {
            channel.force(true);
        } catch (AccessDeniedException e) {
            // Windows opens no folders, and keeps their entries safe by itself.
            if (File.separatorChar == '/') {
                throw e;
            }
        }
    }

    /// A folder that is not there holds nothing yet; one in a place that is not there is a mistake.
    private void requirePlace() {
        if (!Files.isDirectory(root)) {
            requireParent();
        }
    }

    private void requireParent() {
        Path parent = root.getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw missing("there is no folder " + parent);
        }
    }

    private static StoreException missing(String message) {
        String hint = "make it, or mount the share that it is on";
        return new StoreException(Kind.MISSING, message, hint, null);
    }

    private static StoreException damaged(String message) {
        String hint = "delete it, then push again from where the snapshot is";
        return new StoreException(Kind.DAMAGED, message, hint, null);
    }

    private Path file(String name) {
        return FileNaming.file(root, name);
    }

    private static Path parent(Path file) {
        Path parent = file.getParent();
        return parent == null ? file : parent;
    }

    private <T> T guarded(String doing, FileErrors.Work<T> work) {
        return FileErrors.guarded("cannot " + doing + " " + root, work);
    }
}
