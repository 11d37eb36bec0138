package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A capture that dies while it holds what it has read and not yet masked.
final class KilledCaptureTest {

    private static final int MOMENTS = Boolean.getBoolean("dryrun.test.all") ? 20 : 6;

    /// What the launcher says so that no memory is written anywhere.
    private static final List<String> NO_DUMPS =
            List.of(
                    "-XX:+ErrorFileToStderr",
                    "-XX:-CreateCoredumpOnCrash",
                    "-XX:-HeapDumpOnOutOfMemoryError");

    private static final Path LAUNCHER = Path.of("../../jlink/src/main/launcher/dryrun");

    @TempDir private Path folder;

    @Test
    void killedAtAnyMomentItLeavesNothingRawOnDisk() throws IOException, InterruptedException {
        try (PostgresServer server = Canaries.server(PostgresVersion.V18)) {
            long wholeMs = whole(server);
            int connected = 0;
            for (int moment = 1; moment <= MOMENTS; moment++) {
                Path project = project(server, "killed " + moment);
                Process capture = capture(server, project);
                Thread.sleep(moment * wholeMs / (MOMENTS + 1));
                connected += sessions(server) > 0 ? 1 : 0;
                end(capture, "KILL");
                demandNothingRaw(project);
            }
            assertThat(connected).as("killed while reading").isGreaterThan(MOMENTS / 4);
        }
    }

    /// Everything is read but one definition, so most of what was read is in memory.
    @Test
    void killedOrCrashedWhileItWaitsForALockItLeavesNothingRawOnDisk()
            throws IOException, InterruptedException {
        try (PostgresServer server = Canaries.server(PostgresVersion.V18)) {
            server.execute(
                    Canaries.DATABASE, "CREATE TABLE t (id int); CREATE INDEX ON t ((id + 1))");
            for (String signal : List.of("KILL", "SEGV")) {
                try (HeldTable held = new HeldTable(server, Canaries.DATABASE)) {
                    assertThat(held).isNotNull();
                    Path project = project(server, signal);
                    Process capture = capture(server, project);
                    awaitLock(server);
                    end(capture, signal);
                    demandNothingRaw(project);
                }
            }
        }
    }

    @Test
    void theLauncherAllowsNoDumps() throws IOException {
        assertThat(Files.readString(LAUNCHER)).contains(NO_DUMPS);
    }

    private long whole(PostgresServer server) throws IOException, InterruptedException {
        Path project = project(server, "whole");
        long begin = System.nanoTime();
        Process capture = capture(server, project);
        assertThat(capture.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(capture.exitValue()).as(errors(capture)).isZero();
        demandNothingRaw(project);
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    }

    private static String errors(Process capture) throws IOException {
        return new String(capture.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Path project(PostgresServer server, String name) throws IOException {
        Path project = Files.createDirectory(folder.resolve(name));
        Files.createDirectory(project.resolve("tmp"));
        Canaries.project(server, project);
        return project;
    }

    private static Process capture(PostgresServer server, Path project) throws IOException {
        return Command.of(Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .with(NO_DUMPS.toArray(String[]::new))
                .with("-Xmx256m", "-Djava.io.tmpdir=" + project.resolve("tmp"))
                .with("--enable-native-access=dev.dryrun.pgquery,org.xerial.sqlitejdbc")
                .with("-Ddryrun.libpg_query=" + System.getProperty("dryrun.libpg_query"))
                .with("-p", String.valueOf(System.getProperty("jdk.module.path")))
                .with("-m", "dev.dryrun.dba/dev.dryrun.dba.Main")
                .with("init", "--allow-privileged", "--lock-timeout", "60s")
                .with("--db", server.url(Canaries.DATABASE, "postgres"))
                .in(project)
                .start();
    }

    /// Reads what it says until its end: a crash says much, and waits until it is read.
    private static void end(Process capture, String signal)
            throws IOException, InterruptedException {
        Command.of("kill", "-" + signal, Long.toString(capture.pid())).run();
        errors(capture);
        assertThat(capture.waitFor(30, TimeUnit.SECONDS)).isTrue();
    }

    private static void demandNothingRaw(Path project) throws IOException {
        Written written = new Written();
        written.addFiles(project);
        assertThat(Canaries.found(written.texts())).isEmpty();
        assertThat(written.texts().keySet())
                .noneMatch(
                        name -> name.matches("(.*/)?(core|hs_err|java_pid|.*\\.(hprof|mdmp)).*"));
    }

    private static int sessions(PostgresServer server) {
        return server.query(
                        "postgres",
                        "SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'dryrun%'")
                .size();
    }

    private static void awaitLock(PostgresServer server) throws InterruptedException {
        String query =
                "SELECT 1 FROM pg_stat_activity WHERE application_name LIKE 'dryrun%'"
                        + " AND wait_event_type = 'Lock'";
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (server.query("postgres", query).isEmpty()) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.sleep(20);
        }
    }
}
