package dev.dryrun.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Folders that do not do all that is asked of them, pushed to by real processes.
final class UnwillingFoldersTest {

    private static final int PUSHERS = 3;
    private static final int TABLES = 20;

    @TempDir private Path folder;

    @Test
    void withoutHardLinksManyPushAndAllSucceed() throws Exception {
        Assumptions.assumeTrue(WithoutLinks.isPossible(), "links cannot be refused here");
        List<CompletableFuture<CommandRun>> runs = new ArrayList<>();
        for (int i = 0; i < PUSHERS; i++) {
            Path file = folder.resolve("history" + i + ".db");
            Shop.take(file, Shop.KEY, 1_000, TABLES);
            Shop.take(file, Shop.KEY, i, TABLES);
            Command pusher = ShareMain.command("push", file, share(), ShareMain.WITHOUT_LINKS);
            runs.add(
                    CompletableFuture.supplyAsync(
                            pusher::run, task -> Thread.ofPlatform().start(task)));
        }
        for (CompletableFuture<CommandRun> run : runs) {
            assertThat(run.get().status()).as(run.get().stderr()).isZero();
        }

        Verification.Result result = Places.verify(share());
        assertThat(result.problems()).isEmpty();
        assertThat(result.snapshots()).isEqualTo(3 * (PUSHERS + 1));
        assertThat(uploads()).containsExactly(share().resolve("tmp/lock"));
    }

    /// The system drops the lock that a dead process held.
    @Test
    void withoutHardLinksWhoIsKilledHoldsUpNobody() throws Exception {
        Assumptions.assumeTrue(WithoutLinks.isPossible(), "links cannot be refused here");
        Path file = folder.resolve("history.db");
        Shop.take(file, 2, 200);
        Process process = ShareMain.command("push", file, share(), ShareMain.WITHOUT_LINKS).start();
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).isEqualTo("ready");
            while (process.isAlive() && !Files.exists(share().resolve("tmp/lock"))) {
                Thread.onSpinWait();
            }
            Thread.sleep(50);
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
        assertThat(share().resolve("snapshots")).doesNotExist();

        CommandRun again = ShareMain.command("push", file, share(), ShareMain.WITHOUT_LINKS).run();

        assertThat(again.status()).as(again.stderr()).isZero();
        assertThat(Places.verify(share()).problems()).isEmpty();
    }

    @Test
    void aFileThatMayNotGrowIsOneErrorAndThePushGoesOnWhereItMay() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        Path file = folder.resolve("history.db");
        Shop.take(file, 1, TABLES);
        Shop.takeLarge(file, 1);
        // The libraries that Java unpacks are smaller.
        List<String> words =
                new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 2400; exec \"$@\"", "sh"));
        words.addAll(ShareMain.command("push", file, share()).words());

        CommandRun run = Command.of(words.toArray(String[]::new)).run();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.stderr())
                .containsOnlyOnce("SharingException")
                .contains(": the folder: cannot write to " + share() + ": File too large")
                .doesNotContain("Suppressed");
        assertThat(uploads()).isEmpty();
        assertThat(Places.verify(share()).problems()).isEmpty();
        assertThat(Places.push(file, share()).blobs()).isPositive();
        assertThat(Places.verify(share()).problems()).isEmpty();
        assertThat(Places.verify(share()).snapshots()).isEqualTo(4);
    }

    private List<Path> uploads() throws IOException {
        try (Stream<Path> left = Files.list(share().resolve("tmp"))) {
            return left.toList();
        }
    }

    private Path share() {
        return folder.resolve("share");
    }
}
