package dev.dryrun.mcp;

import java.util.Arrays;
import picocli.CommandLine;

/// The root that serves agents: `dryrun mcp-serve`, with no other command and no driver beside it.
public final class Main {

    private Main() {}

    /// Serves one session and ends the process: with status 0 when the input has ended, 2 when the
    /// command line cannot be understood.
    ///
    /// @param words the command's options; the command's own name may stand before them
    public static void main(String[] words) {
        boolean named =
                words.length > 0 && (words[0].equals("mcp-serve") || words[0].equals("mcp"));
        String[] options = named ? Arrays.copyOfRange(words, 1, words.length) : words;
        CommandLine command = McpServeCommand.commandLine();
        command.setCommandName("dryrun mcp-serve");
        System.exit(command.execute(options));
    }
}
