package dev.dryrun.dba;

import dev.dryrun.cli.Terminal;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// What a command printed and how it ended.
///
/// @param status the exit status
/// @param out standard output
/// @param err standard error
record Ran(int status, String out, String err) {

    static Ran in(Path directory, Map<String, String> environment, String... arguments) {
        return fed("", false, directory, environment, arguments);
    }

    /// Runs a command that is given something on its standard input.
    ///
    /// @param input what it reads
    /// @param interactive whether it takes that for a person's
    static Ran fed(
            String input,
            boolean interactive,
            Path directory,
            Map<String, String> environment,
            String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(
                        new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        environment,
                        directory,
                        interactive);
        int status = Main.run(terminal, arguments);
        return new Ran(status, out.toString(), err.toString());
    }
}
