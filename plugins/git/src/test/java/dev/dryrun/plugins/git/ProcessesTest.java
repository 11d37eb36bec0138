package dev.dryrun.plugins.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.store.spi.SnapshotStore;
import dev.dryrun.store.spi.StorePage;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Real processes that push to one branch, some of them killed.
final class ProcessesTest {

    private static final boolean ALL = Boolean.getBoolean("dryrun.test.all");

    @TempDir private Path folder;
    private Sandbox sandbox;
    private Path repository;

    @BeforeEach
    void makeRepository() throws IOException {
        sandbox = new Sandbox(folder);
        repository = sandbox.repository();
    }

    @Test
    void fiveProcessesPushToOneBranchAndAllSucceed() throws Exception {
        int rounds = ALL ? 20 : 2;
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            // Two of them share a machine, and with it the copy.
            String machine = i < 2 ? "shared" : "m" + i;
            processes.add(pusher(machine, "p" + i, rounds, 3));
        }
        for (Process process : processes) {
            process.getInputStream().readAllBytes();
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isZero();
        }

        assertThat(names("m9")).hasSize(5 * rounds * 3);
        assertThat(git("rev-list", "--count", "dryrun")).isEqualTo("" + 5 * rounds);
        assertThat(git("rev-list", "--min-parents=2", "dryrun")).isEmpty();
        assertThat(git("fsck", "--full", "--strict", "--no-dangling")).isEmpty();
    }

    @Test
    void whoIsKilledWhilePushingLeavesNothingHalf() throws Exception {
        int kills = ALL ? 100 : 4;
        Random random = new Random(20_260_101);
        int arrived = 0;
        for (int i = 0; i < kills; i++) {
            Process process = pusher("one", "p" + i, 1, 40);
            try (BufferedReader out = process.inputReader()) {
                assertThat(out.readLine()).isEqualTo("put");
                Thread.sleep(random.nextInt(400));
                process.destroyForcibly();
            }
            process.waitFor();
            String begin = "p" + i + "/";
            long there = names("two").stream().filter(it -> it.startsWith(begin)).count();
            assertThat(there).as("kill %s", i).isIn(0L, 40L);
            arrived += there == 0 ? 0 : 1;
        }
        assertThat(arrived).as("of %s", kills).isLessThan(kills);

        // Each is repeated, on the same machine: all of it is there then, and nothing else is.
        agePossibleLocks();
        try (SnapshotStore store = sandbox.open(repository, "one", Map.of())) {
            for (int i = 0; i < kills; i++) {
                for (int n = 0; n < 40; n++) {
                    String name = "p" + i + "/0/" + n;
                    store.put(name, Pusher.content(name));
                }
                store.flush();
            }
            for (String name : names("two")) {
                assertThat(store.get(name, Pusher.SIZE_BYTES)).contains(Pusher.content(name));
            }
            store.sweep(Instant.now().plusSeconds(60));
        }
        assertThat(names("two")).hasSize(kills * 40);
        assertThat(git("fsck", "--full", "--strict", "--no-dangling")).isEmpty();
        assertThat(repository.resolve("objects")).isDirectoryNotContaining("glob:**incoming*");
    }

    /// Half a minute passes.
    private void agePossibleLocks() throws IOException {
        Path lock = repository.resolve("refs/heads/dryrun.lock");
        if (Files.exists(lock)) {
            Files.setLastModifiedTime(
                    lock, java.nio.file.attribute.FileTime.from(Instant.now().minusSeconds(60)));
        }
    }

    @Test
    void theLockOfWhoWasKilledIsRemovedAfterAWhile() throws IOException {
        Path lock = Files.createFile(repository.resolve("refs/heads/dryrun.lock"));
        try (SnapshotStore store = sandbox.open(repository)) {
            store.put("a/1", Sandbox.bytes("x"));
            Files.setLastModifiedTime(
                    lock, java.nio.file.attribute.FileTime.from(Instant.now().minusSeconds(60)));
            store.flush();
        }
        assertThat(git("show", "dryrun:a/1")).isEqualTo("x");
    }

    private Process pusher(String machine, String prefix, int rounds, int names)
            throws IOException {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Pusher.class.getName(),
                        folder.toString(),
                        machine,
                        repository.toString(),
                        prefix,
                        "" + rounds,
                        "" + names);
        return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private List<String> names(String machine) {
        List<String> names = new ArrayList<>();
        try (SnapshotStore store = sandbox.open(repository, machine, Map.of())) {
            StorePage page;
            do {
                page = store.list("", names.isEmpty() ? "" : names.getLast(), 1000);
                page.entries().forEach(it -> names.add(it.name()));
            } while (page.entries().size() == 1000);
        }
        return names;
    }

    private String git(String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of("--git-dir", repository.toString()));
        all.addAll(List.of(arguments));
        return sandbox.git(all.toArray(String[]::new));
    }
}
