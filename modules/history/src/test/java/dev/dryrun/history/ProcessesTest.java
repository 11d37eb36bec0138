package dev.dryrun.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import dev.dryrun.testkit.Confined;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several real processes at one file; some of them die.
final class ProcessesTest {

    private static final boolean ALL = Boolean.getBoolean("dryrun.test.all");
    private static final int KILLS = ALL ? 200 : 10;
    private static final int READERS = 20;
    private static final int READING_SECONDS = ALL ? 60 : 10;

    @TempDir private Path folder;

    @Test
    void killedAtAnyMomentTheFileHoldsAllEarlierSnapshotsAndNoHalfOne() throws Exception {
        Random random = new Random(20260102);
        int promised = 0;
        int killedInTheMiddle = 0;
        for (int round = 0; round < KILLS; round++) {
            Process writer = churn("write", path().toString(), Integer.toString(promised)).start();
            try (BufferedReader lines = writer.inputReader()) {
                String first = lines.readLine();
                assertThat(first).as(() -> errors(writer)).isNotNull();
                Thread.sleep(random.nextInt(120));
                kill(writer);
                promised = 1 + Integer.parseInt(lines.lines().reduce(first, (_, line) -> line));
            }
            int found = demandSound(promised);
            killedInTheMiddle += found > promised || leftSomething() ? 1 : 0;
            promised = found;
        }
        assertThat(killedInTheMiddle).as("kills that met a write").isPositive();
    }

    @Test
    void twentyReadersBesideAWriterSeeWholeSnapshotsOnly() throws Exception {
        try (HistoryFile history = HistoryFile.openForWriting(path())) {
            Tables.store(history, 0, ChurnMain.tables(0));
        }
        Process writer = churn("write", path().toString(), "1").start();
        BufferedReader lines = writer.inputReader();
        assertThat(lines.readLine()).as(() -> errors(writer)).isEqualTo("1");
        Thread drain = Thread.ofVirtual().start(() -> lines.lines().forEach(_ -> {}));
        List<CompletableFuture<CommandRun>> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            Command reader =
                    churn("read", path().toString(), Integer.toString(READING_SECONDS))
                            .within(Duration.ofSeconds(READING_SECONDS + 120));
            readers.add(
                    CompletableFuture.supplyAsync(
                            reader::run, task -> Thread.ofPlatform().start(task)));
        }
        for (CompletableFuture<CommandRun> reader : readers) {
            CommandRun run = reader.get();
            assertThat(run.status()).as(run.stderr()).isZero();
            assertThat(run.stdout()).matches("[1-9]\\d* read, the slowest in \\d+ ms\n");
        }
        assertThat(writer.isAlive()).as(() -> errors(writer)).isTrue();
        kill(writer);
        drain.join();
        assertThat(demandSound(2)).as("snapshots meanwhile").isGreaterThan(2);
    }

    @Test
    void aSecondWriterIsToldWhoWritesAndTheLockDiesWithItsProcess() throws Exception {
        Process holder = churn("hold", path().toString()).start();
        try {
            assertThat(holder.inputReader().readLine()).isEqualTo("held by " + holder.pid());
            try (HistoryFile history = HistoryFile.openForWriting(path())) {
                HistoryException error =
                        catchThrowableOfType(
                                HistoryException.class,
                                () -> Tables.store(history, 1, ChurnMain.tables(1)));

                assertThat(error).isNotNull();
                assertThat(error.code()).isEqualTo(ErrorCode.HISTORY_UNWRITABLE);
                assertThat(error.what())
                        .endsWith("another process is writing to it, number " + holder.pid());
                holder.destroyForcibly().waitFor();
                Tables.store(history, 0, ChurnMain.tables(0));
            }
        } finally {
            holder.destroyForcibly().waitFor();
        }
        assertThat(demandSound(1)).isEqualTo(1);
    }

    /// The last connection to a file removes its log. A process that has lost its locks does not
    /// count: the log would go while it is used.
    @Test
    void openingTheFileOnceMoreDropsNoLockOfThisProcess() {
        try (HistoryFile history = HistoryFile.openForWriting(path())) {
            Tables.store(history, 0, ChurnMain.tables(0));
            // The log that the file has from now on is made with the first look.
            assertThat(history.keys()).hasSize(1);
            HistoryFile.openForReading(path()).close();
            assertThat(log()).exists();

            CommandRun other = churn("once", path().toString(), "1").run();

            assertThat(other.status()).as(other.stderr()).isZero();
            assertThat(log()).exists();
            Tables.store(history, 2, ChurnMain.tables(2));
        }
        assertThat(log()).doesNotExist();
        assertThat(demandSound(3)).isEqualTo(3);
    }

    /// In a mount namespace of its own, so that the small disk goes with the shell.
    @Test
    void aFullDiskIsOneClearErrorAndLosesNothing() throws Exception {
        Optional<List<String>> ownMounts = Confined.withOwnMounts();
        Assumptions.assumeTrue(ownMounts.isPresent(), "may not mount");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        Path file = disk.resolve(".dryrun/history.db");
        String script =
                """
                mount -t tmpfs -o size=4m none "$1" || exit 9
                head -c 1000000 /dev/zero >"$1/filler"
                mkdir "$1/.dryrun"
                file=$2
                shift 2
                committed=$("$@" write "$file" 0)
                echo "status $?, $(echo "$committed" | wc -l) committed"
                "$@" check "$file"
                rm "${file%/.dryrun/*}/filler"
                "$@" once "$file" 100000 && "$@" check "$file"
                """;
        List<String> words = new ArrayList<>(ownMounts.orElseThrow());
        words.addAll(List.of("/bin/sh", "-c", script, "sh"));
        words.addAll(List.of(disk.toString(), file.toString()));
        words.addAll(churn().words());
        CommandRun run =
                Command.of(words.toArray(String[]::new)).within(Duration.ofMinutes(2)).run();

        assertThat(run.stderr())
                .containsOnlyOnce("HistoryException")
                .contains("cannot be written: no space left on the device")
                .doesNotContain("Suppressed");
        Matcher said =
                Pattern.compile("status 1, (\\d+) committed\n(\\d+) whole\n(\\d+) whole\n")
                        .matcher(run.stdout());
        assertThat(said.matches()).as(run.stdout() + run.stderr()).isTrue();
        int committed = Integer.parseInt(said.group(1));
        assertThat(committed).isPositive();
        assertThat(Integer.parseInt(said.group(2))).isEqualTo(committed);
        assertThat(Integer.parseInt(said.group(3))).isEqualTo(committed + 1);
    }

    @Test
    void aFileThatMayNotGrowIsOneClearErrorAndLosesNothing() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a POSIX shell");
        List<String> words =
                new ArrayList<>(List.of("/bin/sh", "-c", "ulimit -f 6000; exec \"$@\""));
        words.add("sh");
        words.addAll(churn("write", path().toString(), "0").words());
        CommandRun run = Command.of(words.toArray(String[]::new)).run();

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.stderr())
                .contains("cannot be written: no space left, or the file may not grow further")
                .doesNotContain("Suppressed")
                .containsOnlyOnce("HistoryException");
        int committed = (int) run.stdout().lines().count();
        assertThat(committed).isPositive();
        assertThat(demandSound(committed)).isEqualTo(committed);
        try (HistoryFile history = HistoryFile.openForWriting(path())) {
            Tables.store(history, committed, ChurnMain.tables(committed));
        }
        assertThat(demandSound(committed + 1)).isEqualTo(committed + 1);
    }

    @Test
    void aFolderThatCannotBeWrittenCanBeRead() throws Exception {
        Optional<List<String>> permissions = Confined.byPermissions();
        Assumptions.assumeTrue(permissions.isPresent(), "permissions say nothing here");
        try (HistoryFile history = HistoryFile.openForWriting(path())) {
            Tables.store(history, 0, ChurnMain.tables(0));
        }
        permit(folder, "rwxr-xr-x");
        permit(path(), "r--r--r--");
        permit(dotDryrun(), "r-xr-xr-x");
        List<String> words = new ArrayList<>(permissions.orElseThrow());
        words.addAll(churn("read", path().toString(), "1").words());
        try {
            CommandRun run = Command.of(words.toArray(String[]::new)).run();

            assertThat(run.status()).as(run.stderr()).isZero();
            assertThat(run.stdout()).contains(" read, ");
        } finally {
            permit(dotDryrun(), "rwx------");
        }
        try (java.util.stream.Stream<Path> files = Files.list(dotDryrun())) {
            assertThat(files).containsExactly(path());
        }
    }

    @Test
    void theMemoryOfAReaderDoesNotGrowWithTheSchema() throws Exception {
        try (HistoryFile history = HistoryFile.openForWriting(path());
                SnapshotWriter writer = history.write(Tables.KEY, Tables.SERVER, Tables.NOON)) {
            String[] columns = new String[200];
            for (int i = 0; i < 3_000; i++) {
                for (int k = 0; k < columns.length; k++) {
                    columns[k] = "column_with_a_long_name_" + k + "_" + i;
                }
                writer.add(Tables.SCHEMA, Tables.masked(Tables.table("t" + i, columns)));
            }
            writer.commit();
        }
        assertThat(Files.size(path())).isGreaterThan(16 << 20);
        CommandRun run =
                Command.java("-Xmx12m", "-Xlog:disable", "--enable-native-access=ALL-UNNAMED")
                        .with("-cp", classPath(), WalkMain.class.getName())
                        .with(path().toString())
                        .run();

        assertThat(run.status()).as(run.stderr()).isZero();
        assertThat(run.stdout()).isEqualTo("3000 walked, 3000 named, 603000 found\n");
    }

    /// {@return how many snapshots there are: from second 0 on, all whole, at least the promised}
    private int demandSound(int promised) {
        assertThat(Rows.of(path(), "PRAGMA integrity_check")).containsExactly("ok");
        assertThat(Rows.of(path(), "PRAGMA foreign_key_check")).isEmpty();
        try (HistoryFile history = HistoryFile.openForReading(path())) {
            List<SnapshotInfo> found = history.snapshots(Tables.KEY, Tables.SCHEMA, 1_000_000);
            assertThat(found).hasSizeGreaterThanOrEqualTo(promised);
            for (int i = 0; i < found.size(); i++) {
                assertThat(found.get(i).takenAt())
                        .isEqualTo(Tables.NOON.plusSeconds(found.size() - 1 - i));
            }
            found.stream().limit(20).forEach(info -> ChurnMain.demandWhole(history, info));
            return found.size();
        }
    }

    /// {@return whether the killed process left its note: it died between begin and commit}
    private boolean leftSomething() {
        return Files.exists(path().resolveSibling("history.db-writer"));
    }

    private static Command churn(String... arguments) {
        return Command.java("-Xmx64m", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData")
                .with("--enable-native-access=ALL-UNNAMED", "-cp", classPath())
                .with(ChurnMain.class.getName())
                .with(arguments)
                .within(Duration.ofMinutes(2));
    }

    /// The tests run as a module, their processes from the same folders on a class path.
    private static String classPath() {
        return Command.classPath() + File.pathSeparator + System.getProperty("jdk.module.path", "");
    }

    /// Kills it and leaves its pipes: what it had printed can still be read.
    private static void kill(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    private static String errors(Process process) {
        try {
            process.waitFor(1, TimeUnit.SECONDS);
            return process.isAlive()
                    ? ""
                    : new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | InterruptedException e) {
            return e.toString();
        }
    }

    private static void permit(Path path, String symbols) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(symbols));
    }

    private Path log() {
        return path().resolveSibling("history.db-wal");
    }

    private Path dotDryrun() {
        return folder.resolve(".dryrun");
    }

    private Path path() {
        return dotDryrun().resolve("history.db");
    }
}
