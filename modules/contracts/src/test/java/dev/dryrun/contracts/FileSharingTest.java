package dev.dryrun.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.store.StoreTypes;
import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

final class FileSharingTest extends SharingContract {

    /// How many of its uploads are under way at once.
    private static final int THREADS = 8;

    /// The process that is tried.
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            SharingProcess.run(fileType(), arguments);
        }
    }

    private static SnapshotStoreType fileType() {
        return StoreTypes.load(List::of).require("file", "the kit");
    }

    @Override
    protected SnapshotStoreType type() {
        return fileType();
    }

    @Override
    protected Class<?> program() {
        return Program.class;
    }

    @Override
    protected StoreAddress address(String place, String machine) {
        return new StoreAddress(
                place, Map.of(), folder(), folder().resolve("cache"), name -> Optional.empty());
    }

    /// Whoever was killed has left a file there, which is swept when it is old.
    @Override
    protected void inspect(String place) throws IOException {
        try (Stream<Path> left = Files.list(folder().resolve(place).resolve("tmp"))) {
            assertThat(left.count()).isLessThanOrEqualTo(place.equals("place") ? 0 : THREADS);
        }
        try (SnapshotStore store = fileType().open(address(place, "other"))) {
            store.sweep(Instant.now().plusSeconds(1));
        }
        assertThat(folder().resolve(place).resolve("tmp")).isEmptyDirectory();
    }
}
