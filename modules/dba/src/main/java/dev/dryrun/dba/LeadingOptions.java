package dev.dryrun.dba;

import dev.dryrun.cli.CommandRunner;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// Options before the command's name (`dryrun --profile dev probe`), which belong to every command
/// that touches a database.
///
/// Offline commands take theirs after the name only: by its first word the launcher chooses a
/// process that cannot reach a database.
///
/// @param commands what can be run
record LeadingOptions(CommandRunner commands) {

    /// {@return the arguments with such options behind the command's name; as they are when the
    /// command does not have them}
    ///
    /// @param arguments as given
    String[] behind(String... arguments) {
        List<String> all = List.of(arguments);
        int first = width(all);
        if (first == 0 || first >= all.size()) {
            return arguments;
        }
        List<String> words = all.subList(first, all.size());
        CommandLine command = commands.commands(words.toArray(String[]::new));
        int after = first;
        for (String word : words) {
            CommandLine named = command.getSubcommands().get(word);
            if (named == null) {
                break;
            }
            command = named;
            after++;
        }
        if (!command.getCommandSpec().optionsMap().containsKey("--db")) {
            return arguments;
        }
        List<String> moved = new ArrayList<>(all.subList(first, after));
        moved.addAll(all.subList(0, first));
        moved.addAll(all.subList(after, all.size()));
        return moved.toArray(String[]::new);
    }

    /// How many words the options before the command's name take: `probe` knows every one that is
    /// meant here.
    private int width(List<String> words) {
        if (words.isEmpty() || !words.getFirst().startsWith("--")) {
            return 0;
        }
        CommandLine probe = commands.commands("probe").getSubcommands().get("probe");
        int first = 0;
        while (first < words.size() && words.get(first).startsWith("--")) {
            String word = words.get(first);
            OptionSpec option =
                    probe == null || word.contains("=")
                            ? null
                            : probe.getCommandSpec().findOption(word);
            first += option == null ? 1 : 1 + option.arity().min();
        }
        return first;
    }
}
