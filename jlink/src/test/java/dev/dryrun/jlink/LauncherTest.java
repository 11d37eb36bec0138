package dev.dryrun.jlink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.Command;
import dev.dryrun.testkit.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The script, in front of a `java` that tells how it was called.
final class LauncherTest {
    private static final Path SOURCE = Path.of(System.getProperty("basedir"), "src/main/launcher");
    private static final String JAVA =
            """
            #!/bin/sh
            echo "java $0"
            for word do echo "word $word"; done
            env | sort
            """;

    @TempDir Path scratch;
    private Path home;
    private Path launcher;

    @BeforeEach
    void anImageWhoseJavaOnlyTells() throws IOException {
        home = Files.createDirectories(scratch.toRealPath().resolve("an image's *home*"));
        Path bin = Files.createDirectories(home.resolve("bin"));
        Path java = Files.writeString(bin.resolve("java"), JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        launcher = bin.resolve("dryrun");
        Launcher.render(SOURCE, "libsqlite.so", Root::module).write(launcher);
    }

    @ParameterizedTest
    @CsvSource({
        "mcp-serve, mcp",
        "mcp, mcp",
        "version, cli",
        "lint, cli",
        "check, cli",
        "init, dba",
        "lintx, dba",
        "--help, dba",
        "'', dba",
        "*, dba",
    })
    void theFirstWordChoosesTheRoot(String word, String root) {
        assertThat(started(Command.of(launcher.toString(), word)))
                .containsSequence("word -m", "word dev.dryrun." + root);
    }

    @Test
    void withoutAnArgumentTheRootThatKnowsEverythingStarts() {
        assertThat(started(Command.of(launcher.toString())))
                .containsSequence("word -m", "word dev.dryrun.dba");
    }

    @Test
    void argumentsArriveAsTheyAre() {
        assertThat(started(Command.of(launcher.toString(), "lint", "a b", "*", "$HOME", "")))
                .containsSequence("word lint", "word a b", "word *", "word $HOME", "word ");
        assertThat(started(Command.of(launcher.toString(), "mcp-serve", "--project", "a  b")))
                .containsSequence("word dev.dryrun.mcp", "word --project", "word a  b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"absolute", "relative", "chained", "folder"})
    void aSymbolicLinkLeadsHome(String kind) throws IOException {
        Path links = Files.createDirectories(scratch.resolve("some links"));
        Path link = links.resolve("dryrun");
        Path relative = links.toRealPath().relativize(launcher);
        switch (kind) {
            case "absolute" -> Files.createSymbolicLink(link, launcher);
            case "relative" -> Files.createSymbolicLink(link, relative);
            case "chained" -> {
                Files.createSymbolicLink(links.resolve("second"), relative);
                Files.createSymbolicLink(link, Path.of("second"));
            }
            case "folder" -> {
                Files.createSymbolicLink(links.resolve("image"), home);
                link = links.resolve("image/bin/dryrun");
            }
            default -> throw new IllegalArgumentException(kind);
        }

        assertThat(started(Command.of(link.toString(), "lint").in(Path.of("/"))))
                .contains("java " + home.resolve("bin/java"))
                .contains("word -Dorg.sqlite.lib.path=" + home.resolve("lib"));
    }

    @Test
    void theSearchPathAndTheCurrentFolderLeadHome() {
        String java = "java " + home.resolve("bin/java");
        assertThat(
                        started(
                                Command.of("/bin/sh", "-c", "dryrun lint")
                                        .withVariable("PATH", launcher.getParent() + ":/usr/bin")))
                .contains(java);
        assertThat(started(Command.of("./dryrun").in(home.resolve("bin")))).contains(java);
        assertThat(started(Command.of("bin/dryrun").in(home))).contains(java);
        assertThat(started(Command.of("/bin/sh", "dryrun").in(home.resolve("bin")))).contains(java);
    }

    @Test
    void onlyTheRootThatTouchesADatabaseSeesItsAddress() {
        for (String word : List.of("mcp-serve", "lint")) {
            assertThat(started(withSecrets(word))).noneMatch(line -> line.contains("secret"));
        }
        assertThat(started(withSecrets("init")))
                .contains("DATABASE_URL=postgres://u:secret@h/d", "PGPASSWORD=secret");
    }

    private Command withSecrets(String word) {
        return Command.of(launcher.toString(), word)
                .withVariable("DATABASE_URL", "postgres://u:secret@h/d")
                .withVariable("PGPASSWORD", "secret");
    }

    @Test
    void optionsForAnotherJavaAreDropped() {
        assertThat(
                        started(
                                Command.of(launcher.toString(), "lint")
                                        .withVariable("JAVA_TOOL_OPTIONS", "-Xmx33g")
                                        .withVariable("JDK_JAVA_OPTIONS", "-Xmx33g")
                                        .withVariable("_JAVA_OPTIONS", "-Xmx33g")))
                .noneMatch(line -> line.contains("33g"));
    }

    @ParameterizedTest
    @CsvSource({
        "LANG, '', C.UTF-8",
        "LANG, POSIX, C.UTF-8",
        "LC_ALL, C, C.UTF-8",
        "LC_ALL, de_DE.UTF-8, de_DE.UTF-8",
        "LC_ALL, de_DE.utf8, de_DE.utf8",
    })
    void pathsBeyondAsciiAreReadInAnyLocale(String variable, String value, String used) {
        Command bare =
                Command.of(launcher.toString())
                        .withVariable("LC_ALL", "")
                        .withVariable("LC_CTYPE", "")
                        .withVariable("LANG", "");

        assertThat(started(bare.withVariable(variable, value))).contains("LC_ALL=" + used);
    }

    @Test
    void theTrainingScriptDiffersOnlyInMakingTheCache() throws IOException {
        Launcher used = Launcher.render(SOURCE, "libsqlite.so", Root::module);

        assertThat(used.forTraining().text().replace("-XX:AOTCacheOutput=", "-XX:AOTCache="))
                .isEqualTo(used.text())
                .doesNotContainPattern("@[A-Z_]+@");
    }

    private static List<String> started(Command command) {
        CommandRun run = command.run();
        assertThat(run.stderr()).isEmpty();
        assertThat(run.status()).isZero();
        return run.stdout().lines().toList();
    }
}
