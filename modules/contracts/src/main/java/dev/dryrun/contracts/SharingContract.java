package dev.dryrun.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.dryrun.store.Progress;
import dev.dryrun.store.SharedStore;
import dev.dryrun.store.Verification;
import dev.dryrun.store.spi.SnapshotStoreType;
import dev.dryrun.store.spi.StoreAddress;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What pushing to a store and pulling from it has to pass: real processes, several at one place,
/// some of which are killed. A test class extends this and inherits its tests.
///
/// By itself it is quick; `-Ddryrun.test.all=true` asks for the full figures.
public abstract class SharingContract {

    private static final boolean ALL = Boolean.getBoolean("dryrun.test.all");
    private static final int MOMENTS = 2;
    private static final int TABLES = 12;
    private static final long PATIENCE_SECONDS = 300;

    @TempDir private Path folder;

    /// For test classes.
    protected SharingContract() {}

    /// {@return the type whose stores are tried}
    protected abstract SnapshotStoreType type();

    /// {@return the class with a `main` that hands its arguments to
    /// [SharingProcess#run(SnapshotStoreType, String...)]}
    protected abstract Class<?> program();

    /// {@return an address in a place of its own, which holds nothing when it is first named}
    ///
    /// @param place names the place; the same word is the same place
    /// @param machine names who asks: another has another cache
    /// @throws Exception when the place cannot be made
    protected abstract StoreAddress address(String place, String machine) throws Exception;

    /// {@return what a process finds in its environment, beside ours; the address that is given to
    /// it reads there}
    protected Map<String, String> environment() {
        return Map.of();
    }

    /// Called when a killed push was repeated: lets a store forget what dead processes leave for a
    /// time, a lock for instance, as if that time had passed.
    ///
    /// @param place the place's word
    /// @throws Exception when that fails
    protected void timePasses(String place) throws Exception {}

    /// Called when all is done at a place: looks at it in the store's own terms.
    ///
    /// @param place the place's word
    /// @throws Exception when something is wrong there
    protected void inspect(String place) throws Exception {}

    /// {@return how many processes are killed in each test of them}
    protected int kills() {
        return ALL ? 100 : 10;
    }

    /// {@return how many processes push to one place}
    protected int pushers() {
        return ALL ? 50 : 4;
    }

    /// {@return a folder for what the test makes, which is empty before it}
    protected final Path folder() {
        return folder;
    }

    /// No half snapshot is there, and the repeated push completes.
    ///
    /// @throws Exception when a process cannot be run
    @Test
    protected void aPushKilledAtAnyMomentLeavesWholeSnapshotsAndTheNextOneCompletes()
            throws Exception {
        SampleHistory history = sample("history.db", MOMENTS);
        long wholeMs = whole("push", history.file(), address("whole", "me"));
        Random random = new Random(20260103);
        int met = 0;
        for (int round = 0; round < kills(); round++) {
            String place = "place" + round;
            StoreAddress address = address(place, "me");
            boolean running = kill("push", history.file(), address, random.nextLong(wholeMs + 1));
            Verification.Result killed = verify(address(place, "other"));
            assertEquals(List.of(), killed.problems());
            boolean whole = killed.snapshots() == MOMENTS * SampleHistory.STREAMS;
            met += running && !whole ? 1 : 0;

            timePasses(place);
            SharingProcess.push(type(), address, history.file());

            Verification.Result result = verify(address(place, "other"));
            assertEquals(List.of(), result.problems());
            assertEquals(MOMENTS * SampleHistory.STREAMS, result.snapshots());
            inspect(place);
        }
        assertTrue(met > 0, "no kill met a push");
    }

    /// No half snapshot is there, and the repeated pull completes.
    ///
    /// @throws Exception when a process cannot be run
    @Test
    protected void aPullKilledAtAnyMomentLeavesWholeSnapshotsAndTheNextOneCompletes()
            throws Exception {
        SampleHistory history = sample("history.db", MOMENTS);
        SharingProcess.push(type(), address("place", "me"), history.file());
        List<String> whole = history.contents();
        long wholeMs = whole("pull", folder.resolve("whole.db"), address("place", "first"));
        Random random = new Random(20260104);
        int met = 0;
        for (int round = 0; round < kills(); round++) {
            SampleHistory target = new SampleHistory(folder.resolve("target" + round + ".db"));
            StoreAddress address = address("place", "machine" + round);
            boolean running = kill("pull", target.file(), address, random.nextLong(wholeMs + 1));
            List<String> killed = target.contents();
            assertTrue(new HashSet<>(whole).containsAll(killed), "something else was pulled");
            Path staged = target.file().resolveSibling(target.file().getFileName() + "-pull");
            met += running && killed.size() < whole.size() ? 1 : 0;

            SharingProcess.pull(type(), address, target.file());

            assertEquals(whole, target.contents());
            assertTrue(Files.notExists(staged), "what was fetched is still there");
        }
        assertTrue(met > 0, "no kill met a pull");
    }

    /// Each has a snapshot that the others have too, and one of its own.
    ///
    /// @throws Exception when a process cannot be run
    @Test
    protected void manyProcessesPushToOnePlaceAndAllSucceed() throws Exception {
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < pushers(); i++) {
            SampleHistory history = sample("history" + i + ".db", 0);
            history.take(1_000, TABLES);
            history.take(i, TABLES);
            processes.add(start("push", history.file(), address("place", "machine" + i), i));
        }
        for (int i = 0; i < processes.size(); i++) {
            demandEnd(processes.get(i), i);
        }

        Verification.Result result = verify(address("place", "other"));
        assertEquals(List.of(), result.problems());
        assertEquals((pushers() + 1) * SampleHistory.STREAMS, result.snapshots());
        inspect("place");
    }

    private SampleHistory sample(String name, int moments) {
        SampleHistory history = new SampleHistory(folder.resolve(name));
        for (int moment = 0; moment < moments; moment++) {
            history.take(moment, TABLES);
        }
        return history;
    }

    private Verification.Result verify(StoreAddress address) {
        try (SharedStore store = SharedStore.open(type(), address, "the place")) {
            return new Verification(store, Progress.NONE).run(List.of());
        }
    }

    /// {@return how long it takes from its beginning}
    private long whole(String what, Path file, StoreAddress address) throws Exception {
        Process process = start(what, file, address, 0);
        demandReady(process);
        long begin = System.nanoTime();
        demandEnd(process, 0);
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    /// {@return whether it was still running then}
    private boolean kill(String what, Path file, StoreAddress address, long afterMs)
            throws Exception {
        Process process = start(what, file, address, 0);
        demandReady(process);
        Thread.sleep(afterMs);
        boolean running = process.isAlive();
        process.toHandle().destroyForcibly();
        process.waitFor();
        return running;
    }

    private void demandReady(Process process) throws IOException {
        BufferedReader lines = process.inputReader();
        assertEquals(SharingProcess.READY, lines.readLine(), () -> errors(0));
    }

    private void demandEnd(Process process, int number) throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.toHandle().destroyForcibly();
            throw new AssertionError("a process does not end: " + errors(number));
        }
        assertEquals(0, process.exitValue(), () -> errors(number));
    }

    private Process start(String what, Path file, StoreAddress address, int number)
            throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-Xmx128m",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:-UsePerfData",
                                // Who is killed removes no library that was unpacked there.
                                "-Djava.io.tmpdir=" + folder,
                                "--enable-native-access=ALL-UNNAMED",
                                "-cp",
                                classPath(),
                                program().getName()));
        command.addAll(SharingProcess.arguments(what, file, address));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(environment());
        return builder.redirectError(errorFile(number).toFile()).start();
    }

    private static String classPath() {
        String own =
                System.getProperty(
                        "surefire.test.class.path", System.getProperty("java.class.path"));
        return own + File.pathSeparator + System.getProperty("jdk.module.path", "");
    }

    private Path errorFile(int number) {
        return folder.resolve("errors" + number + ".txt");
    }

    private String errors(int number) {
        try {
            return Files.readString(errorFile(number));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
