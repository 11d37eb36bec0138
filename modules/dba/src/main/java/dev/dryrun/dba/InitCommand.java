package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.cli.MaskOptions;
import dev.dryrun.cli.OutputOptions;
import dev.dryrun.cli.ProjectOptions;
import dev.dryrun.cli.Terminal;
import dev.dryrun.config.Project;
import dev.dryrun.config.Scaffold;
import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.report.InitJson;
import dev.dryrun.report.InitReport;
import dev.dryrun.report.InitText;
import dev.dryrun.report.JsonText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Makes `dryrun.toml` where there is none, and takes the first snapshot where a database is named.
@Command(
        name = "init",
        description = "Begin a project: write dryrun.toml, capture the first snapshot.",
        footer = {
            "",
            "Capture as the role that dryrun-readonly-role.sql makes. A password in --db",
            "can be seen in the process list: put it into ~/.pgpass or DATABASE_URL."
        })
final class InitCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--source",
            paramLabel = "LABEL",
            defaultValue = "primary",
            description = "Name of the node whose activity is captured; default: primary.")
    private String source = "primary";

    @Option(
            names = "--force",
            description = "Capture although the database is not the one captured before.")
    private boolean force;

    @Mixin private final ConnectionOptions connection = new ConnectionOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final MaskOptions maskOptions = new MaskOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    InitCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        List<String> warnings = new ArrayList<>(connection.warnings());
        Optional<ConnectionTarget> target = connection.target(project, options.profile(), terminal);
        InitReport report =
                target.isPresent()
                        ? capture(project, target.get(), warnings)
                        : begin(project, warnings);
        terminal.out()
                .print(output.json() ? JsonText.of(InitJson.of(report)) : InitText.of(report));
        return 0;
    }

    private InitReport begin(Project project, List<String> warnings) {
        boolean written = writeConfig(project, null);
        return report(written ? options.project(terminal) : project, written, List.of(), warnings);
    }

    /// The configuration is written only once the server has answered: a mistyped URL leaves
    /// nothing behind.
    private InitReport capture(Project project, ConnectionTarget target, List<String> warnings) {
        try (Progress progress = Progress.on(terminal);
                CaptureSession session = CaptureSession.open(target, connection.guards())) {
            if (session.server().standby()) {
                throw new CaptureException(
                        ErrorCode.SERVER_STANDBY,
                        "the server is a standby: a project begins with its primary",
                        "name the primary in --db");
            }
            Path known = options.historyFile(project, terminal);
            if (!force) {
                new PriorCaptures(known, options.key(project, terminal))
                        .refuseAnother(session.server());
            }
            boolean written = writeConfig(project, session.server().database());
            Project made = written ? options.project(terminal) : project;
            warnings.addAll(session.warnings());
            Taken taken =
                    new SnapshotTaker(
                                    session,
                                    options.historyFile(made, terminal),
                                    options.key(made, terminal),
                                    connection.rowCap(made),
                                    progress,
                                    maskOptions.rules(made, options, terminal, warnings))
                            .take(source);
            warnings.addAll(taken.warnings());
            return report(made, written, taken.snapshots(), warnings);
        }
    }

    private InitReport report(
            Project project, boolean written, List<SnapshotInfo> snapshots, List<String> warnings) {
        if (!ignored(project)) {
            warnings.add("git does not ignore .dryrun/ here; add it: echo .dryrun/ >> .gitignore");
        }
        return new InitReport(
                options.key(project, terminal),
                shown(configFile(project)),
                written,
                shown(options.historyFile(project, terminal)),
                snapshots,
                warnings);
    }

    private boolean writeConfig(Project project, @Nullable String database) {
        if (project.file() != null) {
            return false;
        }
        Path file = configFile(project);
        try {
            Files.writeString(
                    file, Scaffold.text(project.id(), database), StandardOpenOption.CREATE_NEW);
            return true;
        } catch (IOException e) {
            throw new ConfigException(
                    ErrorCode.CONFIG_INVALID,
                    shown(file) + " cannot be written",
                    "check the permissions of the folder",
                    e);
        }
    }

    private static Path configFile(Project project) {
        Path file = project.file();
        return file == null ? project.root().resolve("dryrun.toml") : file;
    }

    /// Only a `.gitignore` beside `dryrun.toml` is looked at, and only in a git work tree's root.
    private static boolean ignored(Project project) {
        if (!Files.exists(project.root().resolve(".git"))) {
            return true;
        }
        try {
            Path file = project.root().resolve(".gitignore");
            return Files.exists(file)
                    && Files.readAllLines(file).stream()
                            .map(String::strip)
                            .anyMatch(
                                    List.of(".dryrun/", ".dryrun", "/.dryrun/", "/.dryrun")
                                            ::contains);
        } catch (IOException e) {
            return false;
        }
    }

    private String shown(Path path) {
        return ProjectOptions.shown(path, terminal).toString();
    }
}
