package dev.dryrun.mcp;

import dev.dryrun.config.Conventions;
import dev.dryrun.config.Project;
import dev.dryrun.lint.LintSettings;
import dev.dryrun.mcp.protocol.Implementation;
import dev.dryrun.mcp.tool.Tools;
import dev.dryrun.model.RuleId;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// `dryrun mcp-serve`: answers an agent over standard input and output until the input ends.
///
/// Standard output carries the protocol alone: whatever else prints there goes to standard error.
/// No snapshot is looked for before the first tool is called, and `DATABASE_URL` is never read.
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

    private static final List<String> FOOTER =
            List.of(
                    "",
                    "Speaks the Model Context Protocol (2024-11-05 to 2025-11-25). Never",
                    "connects to a database. A snapshot that is captured while it runs is",
                    "picked up at the next call. Ends with status 0 when its input ends.");

    private final OptionSpec project =
            option(
                    "--project",
                    "DIR",
                    Path.class,
                    "Where to look for dryrun.toml, upwards (default: the current directory).");
    private final OptionSpec config =
            option("--config", "FILE", Path.class, "The dryrun.toml to use.");
    private final OptionSpec profile =
            option(
                    "--profile",
                    "NAME",
                    String.class,
                    "Which of its profiles (default: $PROFILE, else [default] profile).");
    private final OptionSpec historyDb =
            option(
                    "--history-db",
                    "FILE",
                    Path.class,
                    "The snapshots (default: .dryrun/history.db of the project).");

    private McpServeCommand() {}

    /// {@return the command, ready to be run or to be added to others}
    ///
    /// Put together by calls, not from annotations: reading those takes a fifth of a start.
    public static CommandLine commandLine() {
        McpServeCommand command = new McpServeCommand();
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command).name("mcp-serve");
        spec.addOption(command.project)
                .addOption(command.config)
                .addOption(command.profile)
                .addOption(command.historyDb)
                .addOption(
                        OptionSpec.builder("-h", "--help")
                                .usageHelp(true)
                                .description("Show this help and end.")
                                .build());
        spec.usageMessage()
                .sortOptions(false)
                .description(
                        "Serve the captured database to an agent, over standard input and output.")
                .footer(FOOTER.toArray(String[]::new));
        return new CommandLine(spec);
    }

    private static OptionSpec option(String name, String label, Class<?> type, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .type(type)
                .description(description)
                .build();
    }

    /// Serves one session.
    ///
    /// @return 0, when the input has ended
    @Override
    public Integer call() {
        FileInputStream input = new FileInputStream(FileDescriptor.in);
        FileOutputStream output = new FileOutputStream(FileDescriptor.out);
        System.setOut(System.err);
        LoadedRules rules = new LoadedRules(System.getenv(), () -> found().root());
        try (Tools tools = new Tools(this::location, rules)) {
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
        @Nullable String profileName = profile.getValue();
        @Nullable Path historyFile = historyDb.getValue();
        Project found = found();
        return new Tools.Location(
                found.historyFile(historyFile),
                found.key(profileName, System.getenv()),
                lint(found.config().conventions()));
    }

    private Project found() {
        @Nullable Path configFile = config.getValue();
        @Nullable Path directory = project.getValue();
        return configFile != null
                ? Project.open(configFile)
                : Project.discover(directory == null ? Path.of("") : directory);
    }

    private static LintSettings lint(Conventions conventions) {
        Set<RuleId> disabled = new HashSet<>(conventions.disabledRules());
        if (!conventions.preferTextOverVarchar()) {
            disabled.add(new RuleId("types/text_over_varchar"));
        }
        return new LintSettings(disabled, conventions.minSeverity(), null, null);
    }

    private static String version() {
        return McpServeCommand.class.getModule().getDescriptor().rawVersion().orElse("unknown");
    }
}
