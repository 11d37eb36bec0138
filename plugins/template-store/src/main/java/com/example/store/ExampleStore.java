package com.example.store;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreException;
import dev.dryrun.store.spi.StoreException.Kind;
import dev.dryrun.store.spi.StorePage;
import dev.dryrun.store.spi.StoreTraits;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// Each name is a file in a folder.
///
/// A file is written under `tmp/`, where no name is, forced to the disk, and then given its name by
/// a hard link: it is there whole or not at all, and a second writer finds it taken. The file
/// system has to have such links.
final class ExampleStore implements SnapshotStore {

    private static final String UPLOADS = "tmp";

    private final Path folder;

    ExampleStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public StoreTraits traits() {
        return new StoreTraits(4, false, true);
    }

    @Override
    public String check() {
        return guarded(() -> {
            Files.createDirectories(folder);
            return "folder " + folder;
        });
    }

    @Override
    public boolean put(String name, byte[] content) {
        return guarded(() -> {
            Path target = folder.resolve(name);
            if (Files.exists(target)) {
                return false;
            }
            Path upload = folder.resolve(UPLOADS).resolve(UUID.randomUUID().toString());
            Files.createDirectories(upload.getParent());
            Files.createDirectories(target.getParent());
            try {
                write(upload, content);
                Files.createLink(target, upload);
                force(target.getParent());
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            } finally {
                Files.deleteIfExists(upload);
            }
        });
    }

    private static void write(Path file, byte[] content) throws IOException {
        try (FileChannel channel =
                FileChannel.open(
                        file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static void force(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// Each name is visible and safe once it is put.
    @Override
    public void flush() {
        guarded(() -> folder);
    }

    @Override
    public Optional<byte[]> get(String name, int limitBytes) {
        return guarded(() -> {
            Path file = folder.resolve(name);
            if (Files.exists(file) && Files.size(file) > limitBytes) {
                throw new StoreException(
                        Kind.DAMAGED,
                        file + " is longer than " + limitBytes + " bytes",
                        "delete it, then push again from where the snapshot is",
                        null);
            }
            try {
                return Optional.of(Files.readAllBytes(file));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        });
    }

    @Override
    public StorePage list(String prefix, String after, int limit) {
        return guarded(() -> {
            List<StorePage.Entry> entries = new ArrayList<>();
            List<String> names =
                    files(folder).stream()
                            .filter(name -> !name.startsWith(UPLOADS + "/"))
                            .filter(name -> name.startsWith(prefix) && name.compareTo(after) > 0)
                            .sorted()
                            .limit(limit)
                            .toList();
            for (String name : names) {
                entries.add(new StorePage.Entry(name, Files.size(folder.resolve(name))));
            }
            return new StorePage(entries);
        });
    }

    @Override
    public void delete(String name) {
        guarded(() -> Files.deleteIfExists(folder.resolve(name)));
    }

    @Override
    public int sweep(Instant before) {
        return guarded(() -> {
            Path uploads = folder.resolve(UPLOADS);
            int swept = 0;
            for (String name : files(uploads)) {
                Path upload = uploads.resolve(name);
                if (Files.getLastModifiedTime(upload).toInstant().isBefore(before)
                        && Files.deleteIfExists(upload)) {
                    swept++;
                }
            }
            return swept;
        });
    }

    @Override
    public void close() {}

    private static List<String> files(Path start) throws IOException {
        if (!Files.isDirectory(start)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(start)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> start.relativize(file).toString().replace('\\', '/'))
                    .toList();
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private <T> T guarded(Work<T> work) {
        try {
            if (Thread.currentThread().isInterrupted()) {
                throw new ClosedByInterruptException();
            }
            return work.run();
        } catch (ClosedByInterruptException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(
                    Kind.INTERRUPTED,
                    folder + ": interrupted",
                    "run the command again: it continues",
                    e);
        } catch (IOException e) {
            throw new StoreException(
                    Kind.FAILED,
                    folder + ": " + e.getClass().getSimpleName(),
                    "see whether the folder can be read and written",
                    e);
        }
    }
}
