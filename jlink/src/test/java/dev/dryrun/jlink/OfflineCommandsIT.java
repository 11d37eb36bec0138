package dev.dryrun.jlink;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The launcher's list of offline commands against what the two roots say they know.
final class OfflineCommandsIT {
    private static final Path FOLDER = Path.of(System.getProperty("basedir"), "src/main/launcher");
    private static final Pattern COMMAND = Pattern.compile("^  ([a-z][a-z-]*)(,|  |$)");

    private final BuiltImage image = BuiltImage.ofTheBuild();

    @Test
    void theListIsWhatTheOfflineRootKnows() throws IOException {
        Set<String> firstWords =
                Launcher.offlineCommands(FOLDER).stream()
                        .map(command -> command.replaceFirst(" .*", ""))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(firstWords).isEqualTo(new TreeSet<>(commandsOf(Root.CLI)));
    }

    /// Of a group that both roots have, each subcommand is listed; of others, the group.
    @Test
    void aGroupIsListedBySubcommandWhereTheRootsDiffer() throws IOException {
        List<String> expected = new ArrayList<>();
        for (String command : commandsOf(Root.CLI)) {
            List<String> offline = commandsOf(Root.CLI, command);
            if (offline.equals(commandsOf(Root.DBA, command))) {
                expected.add(command);
            } else {
                offline.forEach(subcommand -> expected.add(command + " " + subcommand));
            }
        }

        assertThat(Launcher.offlineCommands(FOLDER)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void theRootForDatabasesKnowsEveryOfflineCommandAndMore() {
        assertThat(commandsOf(Root.DBA)).containsAll(commandsOf(Root.CLI)).contains("init");
        assertThat(commandsOf(Root.CLI)).doesNotContain("init");
    }

    /// Reads the commands below the heading of the usage message.
    private List<String> commandsOf(Root root, String... words) {
        String usage = image.java("-m", root.module()).with(words).with("--help").run().stdout();
        int heading = usage.indexOf("\nCommands:\n");
        return heading < 0
                ? List.of()
                : usage.substring(heading)
                        .lines()
                        .map(COMMAND::matcher)
                        .filter(Matcher::find)
                        .map(match -> match.group(1))
                        .filter(name -> !name.equals("help"))
                        .sorted()
                        .toList();
    }
}
