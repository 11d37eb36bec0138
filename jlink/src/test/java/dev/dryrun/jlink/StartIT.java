package dev.dryrun.jlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// The built image as real processes: where it starts, what a start prints and what it touches.
final class StartIT {
    @TempDir Path scratch;
    private final BuiltImage image = BuiltImage.ofTheBuild();

    @Test
    void theVersionIsPrintedFromAnyFolder() {
        CommandRun run = image.dryrun("version").in(scratch).run();

        assertThat(run.stdout()).startsWith("dryrun 0.").endsWith("\n");
        assertThat(run.stderr()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void theHelpOfTheWholeNamesTheCommandsOfAllThreeRoots() {
        CommandRun run = image.dryrun("--help").in(scratch).run();

        assertThat(run.stdout()).contains("init", "lint", "check", "version", "mcp-serve");
        assertThat(run.stderr()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    void theHelpOfTheServerComesFromItsOwnRoot() {
        CommandRun run = image.dryrun("mcp-serve", "--help").in(scratch).run();

        assertThat(run.stdout()).contains("--project");
        assertThat(run.status()).isZero();
    }

    @Test
    void aCopyInAFolderWithSpacesAndUmlautsWorksInAnEmptyEnvironment() throws IOException {
        BuiltImage copy = image.copyTo(scratch.resolve("Jürgens image"));
        Path link = Files.createSymbolicLink(scratch.resolve("dryrun"), copy.launcher());
        Path project = Files.createDirectory(scratch.resolve("mein größtes Projekt"));

        CommandRun run =
                Command.of("/usr/bin/env", "-i", link.toString(), "mcp-serve")
                        .with("--project", project.toString())
                        .withInput(BuiltImage.INITIALIZE)
                        .run();

        assertThat(run.stdout().lines()).hasSize(1).allMatch(line -> line.startsWith("{"));
        assertThat(run.stderr()).isEmpty();
        assertThat(run.status()).isZero();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void theServerIsTheProcessThatWasStartedAndLoadsNothingFromATemporaryFolder() throws Exception {
        Process server = image.dryrun("mcp-serve").in(scratch).start();
        try (OutputStream in = server.getOutputStream();
                BufferedReader out =
                        new BufferedReader(
                                new InputStreamReader(
                                        server.getInputStream(), StandardCharsets.UTF_8))) {
            in.write(BuiltImage.INITIALIZE.getBytes(StandardCharsets.UTF_8));
            in.flush();
            assertThat(out.readLine()).contains("\"protocolVersion\"");

            Path process = Path.of("/proc", Long.toString(server.pid()));
            assertThat(process.resolve("exe").toRealPath())
                    .isEqualTo(image.folder().resolve("bin/java").toRealPath());
            String home = image.folder().toRealPath() + "/";
            List<String> mapped =
                    Files.readAllLines(process.resolve("maps")).stream()
                            .filter(line -> line.contains("/"))
                            .map(line -> line.substring(line.indexOf('/')))
                            .toList();
            assertThat(mapped).contains(image.cacheOf(Root.MCP).toRealPath().toString());
            assertThat(mapped)
                    .filteredOn(file -> !file.startsWith(home))
                    .noneMatch(file -> file.startsWith("/tmp/"))
                    .noneMatch(file -> file.contains("sqlite"));
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theEndOfInputEndsTheServerWithStatusZero() {
        CommandRun run = image.dryrun("mcp-serve").in(scratch).run();

        assertThat(run.stdout()).isEmpty();
        assertThat(run.status()).isZero();
    }
}
