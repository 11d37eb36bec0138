package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.cli.CommandRunner;
import dev.dryrun.cli.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/// A start makes the commands it needs, and says what one that has all of them would say.
final class CommandsTest {

    @TempDir private Path folder;

    static Stream<List<String>> everyCommand() {
        return pathsOf(runner().commands(), List.of());
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void aCommandThatIsNamedIsMadeAloneAndExplainsItselfAsAmongTheOthers(List<String> path) {
        CommandLine all = runner().commands();
        CommandLine named = runner().commands(path.toArray(String[]::new));
        for (String word : path) {
            assertThat(named.getSubcommands().values().stream().distinct()).hasSize(1);
            named = below(named, word);
            all = below(all, word);
        }

        assertThat(named.getUsageMessage(Ansi.OFF)).isEqualTo(all.getUsageMessage(Ansi.OFF));
        assertThat(named.getSubcommands().keySet()).isEqualTo(all.getSubcommands().keySet());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    lnit               | did you mean "init"? see: dryrun --help
                    snapshot tkae      | see: dryrun snapshot --help
                    snapshot take --fo | did you mean "--force"? see: dryrun snapshot take --help
                    snapshot take lint | see: dryrun snapshot take --help
                    """)
    void aWordThatIsNotUnderstoodIsAnsweredWithTheNearestThatFits(String words, String hint) {
        Ran ran = Ran.in(folder, Map.of(), words.split(" ", -1));

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err()).endsWith("\nhint: " + hint + "\n");
    }

    @Test
    void aGroupByItselfNamesEveryCommandItHas() {
        Ran ran = Ran.in(folder, Map.of(), "snapshot");

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.err())
                .contains(
                        "Name one of: list, nodes, export, import, push, pull, verify, delete,"
                                + " prune, diff, take, activity, capture");
    }

    private static CommandLine below(CommandLine group, String word) {
        return Objects.requireNonNull(group.getSubcommands().get(word), word);
    }

    private static Stream<List<String>> pathsOf(CommandLine group, List<String> before) {
        return group.getSubcommands().entrySet().stream()
                .flatMap(each -> {
                    List<String> path =
                            Stream.concat(before.stream(), Stream.of(each.getKey())).toList();
                    return Stream.concat(Stream.of(path), pathsOf(each.getValue(), path));
                });
    }

    private static CommandRunner runner() {
        return Main.commands(
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(new StringWriter()),
                        Map.of(),
                        Path.of("").toAbsolutePath()));
    }
}
