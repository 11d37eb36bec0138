package dev.dryrun.cli;

import picocli.CommandLine.Option;

/// How a command says what it did when its result itself went to a file. A mixin, in place of
/// [OutputOptions].
public final class SummaryOptions {

    @Option(names = "--json", description = "With --output: say in JSON what was written.")
    private boolean json;

    @Option(names = "--debug", description = "Print the stack trace of a failure.")
    private boolean debug;

    /// Made by the command it is mixed into.
    public SummaryOptions() {}

    /// {@return whether what is said is to be JSON}
    public boolean json() {
        return json;
    }

    /// {@return whether failures are to be printed whole}
    public boolean debug() {
        return debug;
    }
}
