package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import dev.dryrun.testkit.PostgresServer;
import dev.dryrun.testkit.PostgresVersion;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What somebody sees who waits: the command in a real process, on a terminal of its own and
/// without one. A table that somebody locks meanwhile makes it take longer than a second.
final class ProgressTest {

    @TempDir private Path folder;

    @Test
    void whoWatchesATerminalSeesHowFarItIs() throws InterruptedException {
        CommandRun run = whileLocked("");

        assertThat(run.status()).as(run.stdout()).isZero();
        assertThat(run.stdout()).contains("\r\u001b[Kcapturing ").contains("Captured ");
    }

    @Test
    void aLogFileGetsNothingAlthoughTheRestIsATerminal() throws InterruptedException {
        CommandRun run = whileLocked(" 2> log");

        assertThat(run.status()).as(run.stdout()).isZero();
        assertThat(run.stdout()).contains("Captured ").doesNotContain("capturing");
        assertThat(folder.resolve("log")).isEmptyFile();
    }

    @Test
    void aResultThatIsPipedOnIsStillWatched() throws InterruptedException {
        CommandRun run = whileLocked(" > result");

        assertThat(run.status()).as(run.stdout()).isZero();
        assertThat(run.stdout()).contains("capturing ").doesNotContain("Captured ");
        assertThat(folder.resolve("result")).content().startsWith("Captured ");
    }

    /// Runs it on a terminal that `script` makes; what that shows is standard output of the run.
    private CommandRun whileLocked(String after) throws InterruptedException {
        PostgresServer server = PostgresServer.shared(PostgresVersion.V18);
        String database = server.freshDatabase();
        server.execute(database, "CREATE TABLE t (id int); CREATE INDEX ON t ((id + 1))");
        String command =
                String.join(
                                " ",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-p",
                                "'" + System.getProperty("jdk.module.path") + "'",
                                "--enable-native-access=dev.dryrun.pgquery,org.xerial.sqlitejdbc",
                                "-Ddryrun.libpg_query=" + System.getProperty("dryrun.libpg_query"),
                                "-m dev.dryrun.dba/dev.dryrun.dba.Main snapshot take",
                                "--allow-privileged --db",
                                server.url(database, "postgres"))
                        + after;
        try (HeldTable held = new HeldTable(server, database)) {
            assertThat(held).isNotNull();
            return Command.of("script", "-qefc", command, "/dev/null").in(folder).run();
        }
    }
}
