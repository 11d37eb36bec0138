package dev.dryrun.cli;

import dev.dryrun.model.DryrunException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.report.ErrorJson;
import dev.dryrun.report.ErrorText;
import dev.dryrun.report.JsonText;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// Runs a command line and turns every failure into one line on standard error and exit status 2.
///
/// With `--format json` the failure also stands on standard output, as JSON.
public final class CommandRunner {

    private static final int FAILED = 2;

    private final Terminal terminal;
    private final CommandTree tree;

    /// Makes a runner.
    ///
    /// @param terminal where to write
    /// @param program makes the annotated command that the others are added to
    public CommandRunner(Terminal terminal, Supplier<?> program) {
        this.terminal = terminal;
        this.tree = new CommandTree(program);
    }

    /// {@return this, knowing one more command}
    ///
    /// @param name the word that starts it
    /// @param command makes an annotated command, or picocli's specification of one
    /// @param aliases further words that start it
    public CommandRunner add(String name, Supplier<?> command, String... aliases) {
        tree.put(name, new CommandTree(command, aliases));
        return this;
    }

    /// {@return this, one of its groups knowing one more command}
    ///
    /// @param group a command it knows, which groups others
    /// @param name the word that starts the new one within the group
    /// @param command makes an annotated command
    public CommandRunner addTo(String group, String name, Supplier<?> command) {
        CommandTree grouping = tree.get(group);
        if (grouping == null) {
            throw new IllegalArgumentException("there is no group " + group);
        }
        grouping.put(name, new CommandTree(command));
        return this;
    }

    /// {@return this, a command of one of its groups replaced by one that can do more}
    ///
    /// @param group a command it knows, which groups others
    /// @param name the word that starts it within the group
    /// @param command makes an annotated command
    public CommandRunner replaceIn(String group, String name, Supplier<?> command) {
        CommandTree grouping = tree.get(group);
        if (grouping == null || grouping.get(name) == null) {
            throw new IllegalArgumentException("there is no " + group + " " + name);
        }
        return addTo(group, name, command);
    }

    /// {@return the commands it knows, made anew: all of them, or with the words of a command line
    /// those that the words name and all below the last one named}
    ///
    /// @param words a command's name and what may follow it
    public CommandLine commands(String... words) {
        CommandLine commands = tree.made(List.of(words));
        commands.setOut(terminal.out());
        commands.setErr(terminal.err());
        return commands;
    }

    /// {@return the exit status: 0 clean, 1 findings, 2 could not do it}
    ///
    /// @param arguments the command's name and its arguments
    public int run(String... arguments) {
        CommandLine commands = commands(arguments);
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setParameterExceptionHandler((problem, _) -> usage(problem));
        commands.setExecutionExceptionHandler((problem, _, parsed) -> failed(problem, parsed));
        int status = commands.execute(arguments);
        terminal.out().flush();
        terminal.err().flush();
        return status;
    }

    private int usage(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        String message = String.valueOf(problem.getMessage()).lines().findFirst().orElse("");
        return report(
                new InputException(
                        ErrorCode.USAGE,
                        message.isEmpty() ? "the arguments do not fit" : lowerFirst(message),
                        suggestion(problem)
                                + "see: "
                                + command.getCommandSpec().qualifiedName()
                                + " --help"),
                Optional.empty());
    }

    private static String suggestion(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched) {
            return unmatched.getSuggestions().stream()
                    .findFirst()
                    .map(word -> "did you mean \"" + word + "\"? ")
                    .orElse("");
        }
        return "";
    }

    private int failed(Exception problem, @Nullable ParseResult parsed) {
        DryrunException error =
                problem instanceof DryrunException known
                        ? known
                        : new InputException(
                                ErrorCode.INTERNAL,
                                "something in DryRun is broken: "
                                        + problem.getClass().getSimpleName(),
                                "run again with --debug and report what it prints",
                                problem);
        Optional<OutputOptions> output = Optional.ofNullable(parsed).map(OutputOptions::of);
        if (output.map(OutputOptions::debug).orElse(false)) {
            problem.printStackTrace(terminal.err());
        }
        return report(error, output);
    }

    private int report(DryrunException error, Optional<OutputOptions> output) {
        terminal.err().print(ErrorText.of(error));
        if (output.map(OutputOptions::json).orElse(false)) {
            terminal.out().print(JsonText.of(ErrorJson.of(error)));
        }
        return FAILED;
    }

    private static String lowerFirst(String message) {
        return Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }
}
