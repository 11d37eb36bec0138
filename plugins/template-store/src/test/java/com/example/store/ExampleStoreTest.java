package com.example.store;

import dev.dryrun.contracts.SnapshotStoreContract;
import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;

final class ExampleStoreTest extends SnapshotStoreContract {

    @TempDir private Path folder;

    @Override
    protected SnapshotStore open() {
        return new ExampleStoreType()
                .open(
                        new StoreAddress(
                                "share",
                                Map.of(),
                                folder,
                                folder.resolve("cache"),
                                name -> Optional.empty()));
    }

    @Override
    protected void overwrite(String name, byte[] content) throws Exception {
        Files.write(folder.resolve("share").resolve(name), content);
    }

    @Override
    protected int abandonUpload() throws Exception {
        Files.writeString(folder.resolve("share/tmp/1"), "{");
        return 1;
    }
}
