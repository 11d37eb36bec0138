package dev.dryrun.plugins.git;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.eclipse.jgit.internal.storage.file.PackInserter;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/// A bare copy of one branch in the user's cache. Several processes may use it at the same time: it
/// only ever grows, by whole packs; it may be deleted at any time between two uses.
final class CachedCopy implements AutoCloseable {

    private static final String NAME = "copy.git";
    private static final String UNFINISHED = "new-";

    /// From so many packs on they are made one; each push and each fetch leaves one.
    private static final int PACKS_MAX = 50;

    private static final Duration LEFT_BEHIND = Duration.ofDays(1);
    private static final Duration SETUP_DEAD = Duration.ofHours(1);

    private final Path cache;
    private final FileRepository repository;

    private CachedCopy(Path cache, FileRepository repository) {
        this.cache = cache;
        this.repository = repository;
    }

    /// Opens it, and makes it when it is not there.
    static CachedCopy open(Path cache) throws IOException {
        Path folder = cache.resolve(NAME);
        if (!Files.exists(folder.resolve("config"))) {
            makeFolder(cache);
            make(cache, folder);
        }
        CachedCopy copy = new CachedCopy(cache, repository(folder));
        copy.sweep(Instant.now().minus(LEFT_BEHIND));
        return copy;
    }

    FileRepository repository() {
        return repository;
    }

    /// {@return writes what comes into one new pack; nothing of it is there before a flush}
    PackInserter inserter() {
        PackInserter inserter = repository.getObjectDatabase().newPackInserter();
        // Names are new, so what they hold is new too; looking for it would cost more than it
        // saves.
        inserter.checkExisting(false);
        return inserter;
    }

    /// Notes how far the copy reaches, so that the next fetch brings only what is new. Another
    /// process may be doing the same: then its note is as good.
    void note(GitAddress address, ObjectId tip) throws IOException {
        String ref = noted(address);
        Leftovers.unlock(repository.getDirectory().toPath(), ref);
        RefUpdate update = repository.updateRef(ref);
        update.setNewObjectId(tip);
        update.setForceUpdate(true);
        update.disableRefLog();
        update.update();
    }

    /// Makes one pack of many.
    void tidy() throws IOException {
        if (repository.getObjectDatabase().getPacks().size() <= PACKS_MAX) {
            return;
        }
        GC gc = new GC(repository);
        // What another process has written and not noted yet is kept, as single files.
        gc.setPackExpireAgeMillis(0);
        try {
            gc.gc().join();
        } catch (ParseException | GitAPIException e) {
            throw new IOException("the copy could not be packed", e);
        }
    }

    /// Removes what killed processes have left in it.
    int sweep(Instant before) throws IOException {
        int removed = Leftovers.sweep(repository.getDirectory().toPath(), before);
        Instant dead = Instant.now().minus(SETUP_DEAD);
        for (Path folder : unfinished()) {
            if (Leftovers.isOlder(folder, dead.isBefore(before) ? dead : before)) {
                Leftovers.delete(folder);
                removed++;
            }
        }
        return removed;
    }

    /// Throws the copy away; the next use fetches it anew.
    void discard() throws IOException {
        close();
        Path aside = cache.resolve(UNFINISHED + UUID.randomUUID());
        Files.move(cache.resolve(NAME), aside, StandardCopyOption.ATOMIC_MOVE);
        Leftovers.delete(aside);
    }

    @Override
    public void close() {
        repository.close();
    }

    private List<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(cache)) {
            return files.filter(it -> it.getFileName().toString().startsWith(UNFINISHED)).toList();
        }
    }

    private static String noted(GitAddress address) {
        return "refs/remotes/origin/" + address.branch();
    }

    private static void makeFolder(Path cache) throws IOException {
        boolean posix = cache.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] attributes =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rwx------"))
                        }
                        : new FileAttribute<?>[0];
        Files.createDirectories(cache, attributes);
    }

    /// Two processes may come here at once: each makes its own, and one of them gets the name.
    private static void make(Path cache, Path folder) throws IOException {
        Path made = cache.resolve(UNFINISHED + UUID.randomUUID());
        try (FileRepository repository = repository(made)) {
            repository.create(true);
            StoredConfig config = repository.getConfig();
            // What is kept is compressed already.
            config.setInt("core", null, "compression", 1);
            config.setBoolean("pack", null, "deltaCompression", false);
            config.setBoolean("core", null, "logAllRefUpdates", false);
            config.save();
        }
        if (named(made, folder) || Files.exists(folder.resolve("config"))) {
            Leftovers.delete(made);
            return;
        }
        // Remains of one that was deleted by half.
        Files.move(folder, cache.resolve(UNFINISHED + UUID.randomUUID()));
        if (!named(made, folder)) {
            Leftovers.delete(made);
        }
    }

    private static boolean named(Path made, Path folder) throws IOException {
        try {
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } catch (FileSystemException e) {
            if (Files.exists(folder)) {
                return false;
            }
            throw e;
        }
    }

    private static FileRepository repository(Path folder) throws IOException {
        return (FileRepository)
                new FileRepositoryBuilder().setBare().setGitDir(folder.toFile()).build();
    }
}
