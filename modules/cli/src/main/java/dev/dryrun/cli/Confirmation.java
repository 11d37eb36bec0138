package dev.dryrun.cli;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.report.VisibleText;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Set;
import picocli.CommandLine.Option;

/// Asks before something is lost. A mixin.
public final class Confirmation {

    private static final Set<String> YES = Set.of("y", "yes");
    private static final int ANSWER_MAX = 80;

    @Option(
            names = {"-y", "--yes"},
            description = "Do it without asking.")
    private boolean yes;

    /// Made by the command it is mixed into.
    public Confirmation() {}

    /// Returns only if it may be done.
    ///
    /// @param terminal who is asked
    /// @param what it, as in "it would …"
    /// @param listing lines that show what goes
    /// @throws InputException USAGE when nobody can be asked, or the answer is not yes
    public void demand(Terminal terminal, String what, String listing) {
        if (yes) {
            return;
        }
        if (!terminal.interactive()) {
            throw new InputException(
                    ErrorCode.USAGE,
                    "it would " + what + ", and nobody is there to be asked",
                    "pass --yes to do it; nothing was changed");
        }
        terminal.err().print(listing + VisibleText.of(what) + "? [y/N] ");
        terminal.err().flush();
        if (!YES.contains(answer(terminal.in()).strip().toLowerCase(Locale.ROOT))) {
            throw new InputException(
                    ErrorCode.USAGE, "the answer was not yes", "nothing was changed");
        }
    }

    private static String answer(InputStream in) {
        StringBuilder line = new StringBuilder();
        try {
            for (int unit = in.read(); unit >= 0 && unit != '\n'; unit = in.read()) {
                if (line.length() < ANSWER_MAX) {
                    line.append((char) unit);
                }
            }
        } catch (IOException e) {
            return "";
        }
        return line.toString();
    }
}
