package dev.dryrun.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.history.BoundSnapshot;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several real processes at one place; some of them die.
final class SharingProcessesTest {

    private static final boolean ALL = Boolean.getBoolean("dryrun.test.all");
    private static final int KILLS = ALL ? 100 : 10;
    private static final int PUSHERS = ALL ? 50 : 4;
    private static final int MOMENTS = 4;
    private static final int TABLES = 20;

    @TempDir private Path folder;

    @Test
    void aPushKilledAtAnyMomentLeavesWholeSnapshotsOnlyAndTheNextOneCompletes() throws Exception {
        Path file = folder.resolve("history.db");
        Shop.take(file, MOMENTS, TABLES);
        long wholeMs = run("push", file, folder.resolve("whole"));
        List<Path> all = files(folder.resolve("whole"));
        Random random = new Random(20260103);
        int inTheMiddle = 0;
        for (int round = 0; round < KILLS; round++) {
            Path share = folder.resolve("share" + round);
            kill("push", file, share, random.nextLong(wholeMs + 1));
            int there = Files.exists(share) ? files(share).size() : 0;
            inTheMiddle += there > 0 && there < all.size() ? 1 : 0;
            if (there > 0) {
                assertThat(Places.verify(share).problems()).isEmpty();
            }

            Places.push(file, share);

            Verification.Result result = Places.verify(share);
            assertThat(result.problems()).isEmpty();
            assertThat(result.snapshots()).isEqualTo(3 * MOMENTS);
        }
        assertThat(inTheMiddle).as("kills that met a push").isPositive();
    }

    @Test
    void aPullKilledAtAnyMomentLeavesWholeSnapshotsOnlyAndTheNextOneCompletes() throws Exception {
        Path file = folder.resolve("history.db");
        Shop.take(file, MOMENTS, TABLES);
        Path share = folder.resolve("share");
        Places.push(file, share);
        List<String> whole = Places.all(file, Shop.KEY);
        long wholeMs = run("pull", share, folder.resolve("whole.db"));
        Random random = new Random(20260104);
        int inTheMiddle = 0;
        for (int round = 0; round < KILLS; round++) {
            Path target = folder.resolve("target" + round + ".db");
            kill("pull", share, target, random.nextLong(wholeMs + 1));
            // Reads every document of every snapshot that is there, and its hash.
            boolean made = Files.exists(target) && Files.size(target) > 0;
            List<String> killed = made ? Places.all(target, Shop.KEY) : List.of();
            assertThat(whole).containsAll(killed);
            inTheMiddle += left(target, killed, whole) ? 1 : 0;

            Places.pull(share, target, Selection.ALL);

            assertThat(Places.all(target, Shop.KEY)).isEqualTo(whole);
            assertThat(folder.resolve("target" + round + ".db-pull")).doesNotExist();
        }
        assertThat(inTheMiddle).as("kills that met a pull").isPositive();
    }

    @Test
    void manyProcessesPushToOneFolderAndAllSucceed() throws Exception {
        Path share = folder.resolve("share");
        List<Command> pushers = new ArrayList<>();
        for (int i = 0; i < PUSHERS; i++) {
            Path file = folder.resolve("history" + i + ".db");
            Shop.take(file, Shop.KEY, 1_000, TABLES);
            Shop.take(file, Shop.KEY, i, TABLES);
            pushers.add(share("push", file, share));
        }
        List<CompletableFuture<CommandRun>> runs = new ArrayList<>();
        for (Command pusher : pushers) {
            runs.add(
                    CompletableFuture.supplyAsync(
                            pusher::run, task -> Thread.ofPlatform().start(task)));
        }
        for (CompletableFuture<CommandRun> run : runs) {
            assertThat(run.get().status()).as(run.get().stderr()).isZero();
        }

        Verification.Result result = Places.verify(share);
        assertThat(result.problems()).isEmpty();
        assertThat(result.snapshots()).isEqualTo(3 * (PUSHERS + 1));
        Path target = folder.resolve("target.db");
        Places.pull(share, target, Selection.ALL);
        try (HistoryFile history = HistoryFile.openForReading(target)) {
            List<BoundSnapshot> pulled = history.bound(Shop.KEY);
            assertThat(pulled).hasSize(3 * (PUSHERS + 1));
        }
        try (Stream<Path> left = Files.list(share.resolve("tmp"))) {
            assertThat(left).isEmpty();
        }
    }

    /// {@return how long it takes from its beginning}
    private static long run(String what, Path from, Path to) throws Exception {
        Process process = share(what, from, to).start();
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).as(() -> errors(process)).isEqualTo("ready");
            long begin = System.nanoTime();
            assertThat(process.waitFor()).as(() -> errors(process)).isZero();
            return Duration.ofNanos(System.nanoTime() - begin).toMillis();
        }
    }

    private static void kill(String what, Path from, Path to, long afterMs) throws Exception {
        Process process = share(what, from, to).start();
        try (BufferedReader lines = process.inputReader()) {
            assertThat(lines.readLine()).as(() -> errors(process)).isEqualTo("ready");
            Thread.sleep(afterMs);
            process.toHandle().destroyForcibly();
            process.waitFor();
        }
    }

    /// {@return whether a pull died on the way}
    private static boolean left(Path target, List<String> killed, List<String> whole) {
        boolean begun =
                !killed.isEmpty()
                        || Files.exists(target.resolveSibling(target.getFileName() + "-pull"));
        return begun && killed.size() < whole.size();
    }

    private static List<Path> files(Path share) throws IOException {
        try (Stream<Path> files = Files.walk(share)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static Command share(String what, Path from, Path to) {
        String classPath =
                Command.classPath()
                        + File.pathSeparator
                        + System.getProperty("jdk.module.path", "");
        return Command.java("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData")
                .with("--enable-native-access=ALL-UNNAMED", "-cp", classPath)
                .with(ShareMain.class.getName(), what, from.toString(), to.toString())
                .within(Duration.ofMinutes(5));
    }

    private static String errors(Process process) {
        try {
            process.waitFor();
            return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }
}
