package dev.dryrun.jlink;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.spi.ToolProvider;

/// One of the JDK's own tools, run inside this process.
final class Tool {
    private Tool() {}

    /// Runs the tool and returns when it is done.
    ///
    /// @param name `jmod`, `jlink`
    /// @param arguments as on its command line
    /// @throws IllegalStateException when the JDK has no such tool or the tool fails; the message
    ///   is the tool's own output
    static void run(String name, List<String> arguments) {
        ToolProvider tool =
                ToolProvider.findFirst(name)
                        .orElseThrow(() -> new IllegalStateException("this JDK has no " + name));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int status = tool.run(out, out, arguments.toArray(String[]::new));
        if (status != 0) {
            throw new IllegalStateException(
                    name
                            + " ended with "
                            + status
                            + "\n"
                            + String.join(" ", arguments)
                            + "\n"
                            + said);
        }
        if (!said.toString().isBlank()) {
            System.out.println(said.toString().strip());
        }
    }
}
