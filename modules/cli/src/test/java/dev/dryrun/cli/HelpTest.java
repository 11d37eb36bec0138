package dev.dryrun.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.testkit.Golden;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HelpTest {

    private static final int WIDTH = 80;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "lint",
                "check",
                "check query",
                "advise",
                "snapshot",
                "snapshot list",
                "snapshot nodes",
                "snapshot export",
                "snapshot delete",
                "snapshot prune",
                "import",
                "mask",
                "plugin",
                "plugin list",
                "plugin verify",
                "plugin path",
                "mask verify",
                "profile",
                "profile list",
                "profile show",
                "version"
            })
    void everyCommandExplainsItselfWithinEightyColumns(String command) {
        StringWriter out = new StringWriter();
        String[] words = command.isEmpty() ? new String[0] : command.split(" ", -1);
        String[] arguments = Arrays.copyOf(words, words.length + 1);
        arguments[words.length] = "--help";

        int status =
                OfflineCommands.create(
                                new Terminal(
                                        InputStream.nullInputStream(),
                                        new PrintWriter(out),
                                        new PrintWriter(new StringWriter()),
                                        Map.of(),
                                        Path.of("").toAbsolutePath()))
                        .run(arguments);

        assertThat(status).isZero();
        assertThat(out.toString().lines()).allMatch(line -> line.length() <= WIDTH);
        Golden.of("help")
                .matches(
                        (command.isEmpty() ? "dryrun" : command.replace(' ', '-')) + ".txt",
                        out.toString());
    }
}
