package dev.dryrun.dba;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dryrun.cli.Terminal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/// `docs/reference/cli.md` is what the commands say of themselves; `-Dgolden=update` writes it
/// anew.
final class CommandPageTest {

    private static final int WIDTH = 80;
    private static final String HEAD =
            """
            # Commands

            Written by the program itself. Every command explains itself with `--help`; every \
            failure is one line on standard error, one line of advice, and exit status 2. With \
            `--format json` it also stands on standard output ([shape](json/error.md)).

            The environment: `DATABASE_URL`, libpq's variables (`PGHOST`, `PGPORT`, `PGUSER`, \
            `PGPASSWORD`, `PGDATABASE`, `PGSSLMODE`, `PGSERVICE` …), its service file and its \
            password file are read by the commands that connect: `init`, `probe`, \
            `dump-schema` (it also knows `SOURCE_DATABASE_URL`), \
            `snapshot take`, `snapshot activity`, `snapshot capture`, `drift`, \
            `snapshot diff --live`, and, but for `DATABASE_URL`, `stats apply`. \
            Offline commands see `PROFILE`, `NO_COLOR` and `TERM`, and nothing else.

            Options of those commands may also stand before the command's name: \
            `dryrun --profile prod snapshot take`.

            A command that is interrupted (Ctrl-C, SIGINT) cancels its query on the server, \
            stores nothing, and ends with exit status 130.
            """;

    @Test
    void thePageSaysWhatTheCommandsSay() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        for (CommandLine command : all(commands())) {
            String help = command.getUsageMessage(CommandLine.Help.Ansi.OFF);
            assertThat(help.lines()).allMatch(line -> line.length() <= WIDTH);
            page.append("\n## ")
                    .append(command.getCommandSpec().qualifiedName())
                    .append("\n\n```text\n")
                    .append(help.stripTrailing())
                    .append("\n```\n");
        }
        Path file = Path.of(System.getProperty("dryrun.root"), "docs/reference/cli.md");
        if ("update".equals(System.getProperty("golden")) && System.getenv("CI") == null) {
            Files.writeString(file, page);
        }

        assertThat(Files.readString(file)).isEqualTo(page.toString());
    }

    private static CommandLine commands() {
        Terminal terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintWriter(new StringWriter()),
                        new PrintWriter(new StringWriter()),
                        Map.of(),
                        Path.of("").toAbsolutePath());
        return Main.commands(terminal).commands();
    }

    private static List<CommandLine> all(CommandLine command) {
        List<CommandLine> commands = new ArrayList<>(List.of(command));
        command.getSubcommands().values().stream()
                .distinct()
                .forEach(inner -> commands.addAll(all(inner)));
        return commands;
    }
}
