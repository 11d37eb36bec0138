package dev.dryrun.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/// A command that is made when it is needed, and those below it.
///
/// Making one reads its annotations, which takes milliseconds. A start that names one command makes
/// that one and the groups around it, and none of the others.
final class CommandTree {

    private final Supplier<?> command;
    private final List<String> aliases;
    private final Map<String, CommandTree> below = new LinkedHashMap<>();

    /// Makes a tree of one command.
    ///
    /// @param command makes an annotated command, or picocli's specification of one, each time anew
    /// @param aliases words that name it, beside the name it is put under
    CommandTree(Supplier<?> command, String... aliases) {
        this.command = command;
        this.aliases = List.of(aliases);
    }

    /// Puts a command below this one, behind those that are there.
    void put(String name, CommandTree tree) {
        below.remove(name);
        below.put(name, tree);
    }

    /// {@return the command of that name right below this one, or null}
    @Nullable CommandTree get(String name) {
        return below.get(name);
    }

    /// {@return this command as picocli's, with the one below it that the first word names, and so
    /// on; with all that are below where the words name none, for help and for suggestions}
    ///
    /// @param words a command line; what is not a command's name ends it
    CommandLine made(List<String> words) {
        CommandLine made = new CommandLine(command.get());
        Map.Entry<String, CommandTree> named = words.isEmpty() ? null : named(words.getFirst());
        if (named == null) {
            below.forEach((name, tree) -> tree.addTo(made, name, List.of()));
        } else {
            named.getValue().addTo(made, named.getKey(), words.subList(1, words.size()));
        }
        if (made.getCommandSpec().findOption("--help") == null) {
            made.getCommandSpec().addOption(help());
        }
        return made;
    }

    private void addTo(CommandLine group, String name, List<String> words) {
        group.addSubcommand(name, made(words), aliases.toArray(String[]::new));
    }

    private Map.@Nullable Entry<String, CommandTree> named(String word) {
        for (Map.Entry<String, CommandTree> each : below.entrySet()) {
            if (each.getKey().equals(word) || each.getValue().aliases.contains(word)) {
                return each;
            }
        }
        return null;
    }

    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Print this help.")
                .build();
    }
}
