package dev.dryrun.dba;

import dev.dryrun.cli.Terminal;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;

/// What a command printed and how it ended.
///
/// @param status the exit status
/// @param out standard output
/// @param err standard error
record Ran(int status, String out, String err) {

    static Ran in(Path directory, Map<String, String> environment, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal =
                new Terminal(
                        InputStream.nullInputStream(),
                        new PrintWriter(out),
                        new PrintWriter(err),
                        environment,
                        directory);
        int status = Main.run(terminal, arguments);
        return new Ran(status, out.toString(), err.toString());
    }
}
