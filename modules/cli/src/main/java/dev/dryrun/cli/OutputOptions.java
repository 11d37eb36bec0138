package dev.dryrun.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParseResult;

/// How a command prints its result. A mixin.
public final class OutputOptions {

    /// The forms a result can have.
    enum Format {
        TEXT,
        JSON
    }

    private static final String MIXIN = "output";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Form of the result: text (default) or json.")
    private Format format = Format.TEXT;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(names = "--debug", description = "Print the stack trace of a failure.")
    private boolean debug;

    /// Made by the command it is mixed into.
    public OutputOptions() {}

    /// {@return whether the result is to be JSON}
    public boolean json() {
        return json || format == Format.JSON;
    }

    /// {@return whether failures are to be printed whole}
    public boolean debug() {
        return debug;
    }

    /// {@return the options of the command that was parsed last; of one without this mixin, what
    /// its own options of these names say}
    ///
    /// @param parsed what was parsed
    static OutputOptions of(ParseResult parsed) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        CommandSpec mixin = last.commandSpec().mixins().get(MIXIN);
        if (mixin != null) {
            return (OutputOptions) mixin.userObject();
        }
        OutputOptions own = new OutputOptions();
        Enum<?> format = last.matchedOptionValue("--format", null);
        own.json =
                last.hasMatchedOption("--json")
                        || (format != null && format.name().equals(Format.JSON.name()));
        own.debug = last.hasMatchedOption("--debug");
        return own;
    }
}
