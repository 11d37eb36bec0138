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

/// Each name is a file, `+` in the place of `/`, which no name has.
///
/// A file is written under another name, forced to the disk, and then given its own by a hard link:
/// it is there whole or not at all, and a second writer finds it taken. The file system has to have
/// such links.
final class FlatStore implements SnapshotStore {

    private static final String UPLOAD = "+upload-";

    private final Path folder;

    FlatStore(Path folder) {
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
            Files.createDirectories(folder);
            if (Files.exists(file(name))) {
                return false;
            }
            Path upload = folder.resolve(UPLOAD + UUID.randomUUID());
            try {
                write(upload, content);
                Files.createLink(file(name), upload);
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

    /// What was put is visible already; here its name is made safe from a crash.
    @Override
    public void flush() {
        guarded(() -> {
            if (Files.isDirectory(folder)) {
                try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                    channel.force(true);
                }
            }
            return folder;
        });
    }

    @Override
    public Optional<byte[]> get(String name, int limitBytes) {
        return guarded(() -> {
            if (Files.exists(file(name)) && Files.size(file(name)) > limitBytes) {
                throw new StoreException(
                        Kind.DAMAGED,
                        file(name) + " is longer than " + limitBytes + " bytes",
                        "delete it, then push again from where the snapshot is",
                        null);
            }
            try {
                return Optional.of(Files.readAllBytes(file(name)));
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
                    files().stream()
                            .filter(file -> !file.startsWith(UPLOAD))
                            .map(file -> file.replace('+', '/'))
                            .filter(name -> name.startsWith(prefix) && name.compareTo(after) > 0)
                            .sorted()
                            .limit(limit)
                            .toList();
            for (String name : names) {
                entries.add(new StorePage.Entry(name, Files.size(file(name))));
            }
            return new StorePage(entries);
        });
    }

    @Override
    public void delete(String name) {
        guarded(() -> Files.deleteIfExists(file(name)));
    }

    @Override
    public int sweep(Instant before) {
        return guarded(() -> {
            int swept = 0;
            for (String file : files()) {
                Path path = folder.resolve(file);
                if (file.startsWith(UPLOAD)
                        && Files.getLastModifiedTime(path).toInstant().isBefore(before)
                        && Files.deleteIfExists(path)) {
                    swept++;
                }
            }
            return swept;
        });
    }

    @Override
    public void close() {}

    private Path file(String name) {
        return folder.resolve(name.replace('/', '+'));
    }

    private List<String> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
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
