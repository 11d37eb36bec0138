package dev.dryrun.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.store.StoreTypes;
import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StoreAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileStoreTest extends SnapshotStoreContract {

    @TempDir private Path folder;

    @Override
    protected SnapshotStore open() {
        return StoreTypes.load(List::of)
                .find("file")
                .orElseThrow()
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
        Files.writeString(folder.resolve("share/tmp/0af6"), "{");
        return 1;
    }

    @Test
    void itListsNothingThatOtherProgramsLeaveInTheFolder() throws Exception {
        try (SnapshotStore store = open()) {
            store.put("a/b", new byte[1]);
            Files.writeString(folder.resolve("share/.DS_Store"), "");
            Files.writeString(folder.resolve("share/a/Thumbs.db"), "");
            Files.writeString(folder.resolve("share/a/b~"), "");
            assertThat(Trials.names(store, "", 10)).containsExactly("a/b");
        }
    }
}
