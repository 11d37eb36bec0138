package dev.dryrun.dba;

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
record LeadingOptions(CommandLine commands) {

    /// {@return the arguments with such options behind the command's name; as they are when the
    /// command does not have them}
    ///
    /// @param arguments as given
    String[] behind(String... arguments) {
        int first = 0;
        while (first < arguments.length && arguments[first].startsWith("--")) {
            first += width(arguments[first]);
        }
        CommandLine command = commands;
        int after = first;
        while (after < arguments.length && command.getSubcommands().containsKey(arguments[after])) {
            command = command.getSubcommands().get(arguments[after]);
            after++;
        }
        if (first == 0 || !command.getCommandSpec().optionsMap().containsKey("--db")) {
            return arguments;
        }
        List<String> all = List.of(arguments);
        List<String> moved = new ArrayList<>(all.subList(first, after));
        moved.addAll(all.subList(0, first));
        moved.addAll(all.subList(after, all.size()));
        return moved.toArray(String[]::new);
    }

    /// How many words an option takes: `probe` knows every one that is meant here.
    private int width(String word) {
        CommandLine probe = commands.getSubcommands().get("probe");
        OptionSpec option =
                probe == null || word.contains("=")
                        ? null
                        : probe.getCommandSpec().findOption(word);
        return option == null ? 1 : 1 + option.arity().min();
    }
}
