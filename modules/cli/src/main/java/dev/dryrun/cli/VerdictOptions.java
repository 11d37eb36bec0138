package dev.dryrun.cli;

import picocli.CommandLine.Option;

/// How verdicts on SQL are printed. A mixin.
public final class VerdictOptions {

    /// The forms that verdicts can have.
    enum Format {
        TEXT,
        JSON,
        SARIF,
        GITHUB
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text (default), json, sarif, or github: annotations of its workflows.")
    private Format format = Format.TEXT;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(names = "--debug", description = "Print the stack trace of a failure.")
    private boolean debug;

    /// Made by the command it is mixed into.
    public VerdictOptions() {}

    /// {@return the form that was asked for}
    Format format() {
        return json ? Format.JSON : format;
    }

    /// {@return whether failures are to be printed whole}
    public boolean debug() {
        return debug;
    }
}
