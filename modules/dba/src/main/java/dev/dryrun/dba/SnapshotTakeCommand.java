package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.cli.MaskOptions;
import dev.dryrun.cli.OutputOptions;
import dev.dryrun.cli.ProjectOptions;
import dev.dryrun.cli.Terminal;
import dev.dryrun.config.Project;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.model.CaptureException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.report.CaptureJson;
import dev.dryrun.report.CaptureReport;
import dev.dryrun.report.CaptureText;
import dev.dryrun.report.JsonText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Captures the primary: its schema, its planner statistics, its counters, its queries.
@Command(
        name = "take",
        description = "Capture the primary: schema, planner, activity, queries.",
        footer = {"", "Exit status: 0 captured, 2 could not do it; then nothing was stored."})
final class SnapshotTakeCommand implements Callable<Integer> {

    static final String PRIMARY = "primary";

    private final Terminal terminal;

    @Option(
            names = "--force",
            description = "Capture although the database is not the one captured before.")
    private boolean force;

    @Option(
            names = "--allow-role-change",
            description = "Capture although the server was a standby when last captured.")
    private boolean allowRoleChange;

    @Mixin private final ConnectionOptions connection = new ConnectionOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final MaskOptions maskOptions = new MaskOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    SnapshotTakeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        ConnectionTarget target =
                connection.requiredTarget(project, options.profile(), terminal, null);
        SnapshotKey key = options.key(project, terminal);
        Path file = options.historyFile(project, terminal);
        List<String> warnings = new ArrayList<>(connection.warnings());
        MaskRules masks = maskOptions.rules(project, options, terminal, warnings);
        Taken taken;
        try (Progress progress = Progress.on(terminal);
                CaptureSession session = CaptureSession.open(target, connection.guards())) {
            if (session.server().standby()) {
                throw new CaptureException(
                        ErrorCode.SERVER_STANDBY,
                        "the server is a standby: schema and statistics are its primary's",
                        "name the primary, or run: dryrun snapshot activity --label NAME");
            }
            PriorCaptures prior = new PriorCaptures(file, key);
            if (!force) {
                prior.refuseAnother(session.server());
            }
            if (!allowRoleChange) {
                prior.refuseChangedRole(PRIMARY, session.server());
            }
            warnings.addAll(session.warnings());
            taken =
                    new SnapshotTaker(
                                    session, file, key, connection.rowCap(project), progress, masks)
                            .take(PRIMARY);
        }
        warnings.addAll(taken.warnings());
        warnings.addAll(new AutoPrune(project.config().retention(), file, key).run());
        print(new CaptureReport(key, shown(file), taken.snapshots(), warnings), output, terminal);
        return 0;
    }

    private String shown(Path file) {
        return ProjectOptions.shown(file, terminal).toString();
    }

    static void print(CaptureReport report, OutputOptions output, Terminal terminal) {
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(CaptureJson.of(report))
                                : CaptureText.of(report));
    }
}
