package dev.dryrun.mcp;

import dev.dryrun.config.Project;
import dev.dryrun.mcp.protocol.Implementation;
import dev.dryrun.mcp.tool.Tools;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `dryrun mcp-serve`: answers an agent over standard input and output until the input ends.
///
/// Standard output carries the protocol alone: whatever else prints there goes to standard error.
/// No snapshot is looked for before the first tool is called, and `DATABASE_URL` is never read.
@Command(
        name = "mcp-serve",
        aliases = "mcp",
        mixinStandardHelpOptions = false,
        sortOptions = false,
        description = "Serve the captured database to an agent, over standard input and output.",
        footer = {
            "",
            "Speaks the Model Context Protocol (2024-11-05 to 2025-11-25). Never connects to a",
            "database. A snapshot that is captured while it runs is picked up at the next call.",
            "Ends with status 0 when its input ends."
        })
public final class McpServeCommand implements Callable<Integer> {

    private static final String INSTRUCTIONS =
            """
            DryRun answers questions about a PostgreSQL database from a captured snapshot of its \
            schema and statistics, without a connection to it. Look up names with find_objects, \
            read a table with describe_table before you write SQL against it, and check every \
            statement with validate_query before you run or propose it. In each answer, _meta says \
            when the snapshot was captured (schema_captured_at), what to know about the answer \
            (hint) and which calls may follow (next). A newer snapshot is picked up without a \
            restart. A figure that is missing, or that says why it is absent, is unknown, not zero.\
            """;

    @Option(
            names = "--project",
            paramLabel = "DIR",
            description =
                    "Where to look for dryrun.toml, upwards (default: the current directory).")
    private @Nullable Path project;

    @Option(names = "--config", paramLabel = "FILE", description = "The dryrun.toml to use.")
    private @Nullable Path config;

    @Option(
            names = "--profile",
            paramLabel = "NAME",
            description = "Which of its profiles (default: $PROFILE, else [default] profile).")
    private @Nullable String profile;

    @Option(
            names = "--history-db",
            paramLabel = "FILE",
            description = "The snapshots (default: .dryrun/history.db of the project).")
    private @Nullable Path historyDb;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help and end.")
    @SuppressWarnings("unused") // The parser looks at it, nobody else.
    private boolean help;

    /// Makes the command; the parser sets its options.
    public McpServeCommand() {}

    /// Serves one session.
    ///
    /// @return 0, when the input has ended
    @Override
    public Integer call() {
        FileInputStream input = new FileInputStream(FileDescriptor.in);
        FileOutputStream output = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        try (Tools tools = new Tools(this::location)) {
            Session session =
                    new Session(
                            new Implementation("dryrun", "DryRun", version()),
                            INSTRUCTIONS,
                            tools,
                            Incidents.logged());
            new StdioServer(input, output, session).serve();
        }
        return 0;
    }

    /// Looked for at every call: `dryrun init` may write both files while the server runs.
    private Tools.Location location() {
        Project found =
                config != null
                        ? Project.open(config)
                        : Project.discover(project == null ? Path.of("") : project);
        return new Tools.Location(
                found.historyFile(historyDb), found.key(profile, System.getenv()));
    }

    private static String version() {
        return McpServeCommand.class.getModule().getDescriptor().rawVersion().orElse("unknown");
    }
}
