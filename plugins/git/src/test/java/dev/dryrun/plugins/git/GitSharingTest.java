package dev.dryrun.plugins.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.contracts.SharingContract;
import dev.dryrun.contracts.SharingProcess;
import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Real processes that push to a branch and pull from it, some of them killed; plain git finds
/// nothing wrong with the repositories afterwards.
final class GitSharingTest extends SharingContract {

    private static final int PUSHERS = 5;

    private Sandbox sandbox;

    /// The process that is tried.
    static final class Program {

        private Program() {}

        public static void main(String[] arguments) {
            SharingProcess.run(new GitStoreType(), arguments);
        }
    }

    @BeforeEach
    void makeSandbox() throws IOException {
        sandbox = new Sandbox(folder());
    }

    @Override
    protected SnapshotStoreType type() {
        return new GitStoreType();
    }

    @Override
    protected Class<?> program() {
        return Program.class;
    }

    @Override
    protected Map<String, String> environment() {
        return sandbox.environment();
    }

    /// Two of those that push at the same time share a machine, and with it the copy.
    @Override
    protected StoreAddress address(String place, String machine) throws IOException {
        if (Files.notExists(repository(place))) {
            sandbox.repository(place);
        }
        String shared = machine.equals("machine1") ? "machine0" : machine;
        return sandbox.address(repository(place), place + "-" + shared, Map.of());
    }

    @Override
    protected int pushers() {
        return PUSHERS;
    }

    /// Half a minute, after which a lock in the repository is nobody's.
    @Override
    protected void timePasses(String place) throws IOException {
        Path lock = repository(place).resolve("refs/heads/dryrun.lock");
        if (Files.exists(lock)) {
            Files.setLastModifiedTime(lock, FileTime.from(Instant.now().minusSeconds(60)));
        }
    }

    @Override
    protected void inspect(String place) throws IOException {
        Path repository = repository(place);
        assertThat(git(repository, "rev-list", "--min-parents=2", "dryrun")).isEmpty();
        assertThat(git(repository, "fsck", "--full", "--strict", "--no-dangling")).isEmpty();
    }

    @Test
    void theLockOfWhoWasKilledIsRemovedAfterAWhile() throws IOException {
        sandbox.repository("place");
        Path lock = Files.createFile(repository("place").resolve("refs/heads/dryrun.lock"));
        try (SnapshotStore store = sandbox.open(repository("place"))) {
            store.put("a/1", Sandbox.bytes("x"));
            timePasses("place");
            store.flush();
        }
        assertThat(lock).doesNotExist();
        assertThat(git(repository("place"), "show", "dryrun:a/1")).isEqualTo("x");
    }

    private Path repository(String place) {
        return sandbox.folder().resolve(place + ".git");
    }

    private String git(Path repository, String... arguments) throws IOException {
        return sandbox.git(
                Stream.concat(Stream.of("--git-dir", repository.toString()), Stream.of(arguments))
                        .toArray(String[]::new));
    }
}
