package dev.dryrun.report;

import dev.dryrun.model.DryrunException;

/// A failure as text for standard error: what happened, then what to do.
public final class ErrorText {

    private ErrorText() {}

    /// {@return two lines: `error: …` and `hint: …`}
    ///
    /// @param failure why the command could not do it
    public static String of(DryrunException failure) {
        return "error: %s\nhint: %s\n"
                .formatted(VisibleText.of(failure.what()), VisibleText.of(failure.hint()));
    }

    /// {@return a line: `warning: …`}
    ///
    /// @param what what a command has to say beside its result
    public static String warning(String what) {
        return "warning: " + VisibleText.of(what) + "\n";
    }
}
