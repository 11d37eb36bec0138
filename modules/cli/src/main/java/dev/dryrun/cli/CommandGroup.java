package dev.dryrun.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/// What the commands have in common that only group others.
public final class CommandGroup {

    private CommandGroup() {}

    /// {@return the refusal of a group without a subcommand, naming those it has}
    ///
    /// @param spec what picocli gave the group
    /// @param question the refusal's begin
    public static ParameterException incomplete(@Nullable CommandSpec spec, String question) {
        if (spec == null) {
            throw new IllegalStateException("picocli gives every command its spec");
        }
        return new ParameterException(
                spec.commandLine(),
                question + " Name one of: " + String.join(", ", spec.subcommands().keySet()));
    }
}
