package dev.dryrun.plugins.git;

import dev.dryrun.contracts.SnapshotStoreContract;
import dev.dryrun.store.spi.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// What every store has to pass, over a repository of the same machine; each store has a cache of
/// its own, as on another machine.
final class GitStoreContractTest extends SnapshotStoreContract {

    @TempDir private Path folder;
    private Sandbox sandbox;
    private Path repository;
    private int machines;

    @BeforeEach
    void makeRepository() throws IOException {
        sandbox = new Sandbox(folder);
        repository = sandbox.repository();
    }

    @Override
    protected SnapshotStore open() {
        machines++;
        return sandbox.open(repository, "m" + machines, Map.of());
    }

    /// By hand, as a commit.
    @Override
    protected void overwrite(String name, byte[] content) throws IOException {
        Path work = Files.createTempDirectory(folder, "work");
        sandbox.git("clone", "--quiet", "-b", "dryrun", repository.toString(), work.toString());
        Files.write(work.resolve(name), content);
        sandbox.git("-C", work.toString(), "commit", "--quiet", "-am", "by hand");
        sandbox.git("-C", work.toString(), "push", "--quiet");
    }

    /// What a push into a folder has on disk until all of it has arrived.
    @Override
    protected int abandonUpload() throws IOException {
        Files.write(repository.resolve("objects/incoming_1234.pack"), new byte[100]);
        return 1;
    }
}
