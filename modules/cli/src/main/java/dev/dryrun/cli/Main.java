package dev.dryrun.cli;

import java.util.List;

/// The root of the offline commands.
public final class Main {

    /// The variables an offline command looks at. `DATABASE_URL` is not among them.
    private static final List<String> VARIABLES =
            List.of("PROFILE", "NO_COLOR", "TERM", "HOME", "XDG_CONFIG_HOME", "APPDATA");

    private Main() {}

    /// Runs one offline command and ends the process with its exit status.
    ///
    /// @param arguments the command's name and its arguments
    public static void main(String[] arguments) {
        System.exit(OfflineCommands.create(Terminal.ofProcess(VARIABLES)).run(arguments));
    }
}
