package dev.dryrun.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CommandTest {

    @Test
    void bothStreamsAndTheStatusComeBack() {
        CommandRun run = sh("echo out; echo err >&2; exit 3").run();

        assertThat(run.stdout()).isEqualTo("out\n");
        assertThat(run.stderr()).isEqualTo("err\n");
        assertThat(run.status()).isEqualTo(3);
    }

    @Test
    void inputFolderAndEnvironmentReachTheProcess(@TempDir Path folder) {
        CommandRun run =
                sh("cat; pwd -P; echo $WORD; echo ${HOME-none}")
                        .withInput("in\n")
                        .in(folder)
                        .withVariable("WORD", "given")
                        .withVariable("HOME", "")
                        .run();

        assertThat(run.stdout()).isEqualTo("in\n" + folder + "\ngiven\nnone\n");
    }

    @Test
    void muchInputToAProcessThatReadsNoneIsNoError() {
        assertThat(sh("exit 0").withInput("x".repeat(1_000_000)).run().status()).isZero();
    }

    @Test
    void muchOutputOnBothStreamsDoesNotBlock() {
        CommandRun run =
                sh("head -c 300000 /dev/zero | tr '\\0' a; head -c 300000 /dev/zero >&2").run();

        assertThat(run.stdout()).hasSize(300_000);
        assertThat(run.stderr()).hasSize(300_000);
    }

    @Test
    void oneThatTakesTooLongIsKilled() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> sh("exec sleep 60").within(Duration.ofMillis(300)).run())
                .withMessageContaining("still runs after PT0.3S");
    }

    private static Command sh(String script) {
        return Command.of("sh", "-c", script);
    }
}
