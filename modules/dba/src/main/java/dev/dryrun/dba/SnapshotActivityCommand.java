package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.cli.OutputOptions;
import dev.dryrun.cli.ProjectOptions;
import dev.dryrun.cli.ServerRotation;
import dev.dryrun.cli.Terminal;
import dev.dryrun.config.Project;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.report.CaptureReport;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Captures the counters and query statistics of one node, primary or standby.
@Command(
        name = "activity",
        description = "Capture the counters and queries of one node, also of a standby.",
        footer = {"", "Exit status: 0 captured, 2 could not do it; then nothing was stored."})
final class SnapshotActivityCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--from", paramLabel = "URL", description = "The node; default: as --db.")
    private @Nullable String from;

    @Option(
            names = "--label",
            required = true,
            paramLabel = "NAME",
            description = "The node's name: one label, one line of counters.")
    private String label = "";

    @Option(names = "--allow-orphan", description = "Capture although no schema is known yet.")
    private boolean allowOrphan;

    @Option(
            names = "--allow-role-change",
            description = "Capture although the node had another role when last captured.")
    private boolean allowRoleChange;

    @Option(
            names = "--allow-rotation",
            description = "Say nothing when several servers answer under the label.")
    private boolean allowRotation;

    @Option(
            names = "--force",
            description = "Capture although the database is not the one captured before.")
    private boolean force;

    @Mixin private final ConnectionOptions connection = new ConnectionOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    SnapshotActivityCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        ConnectionOptions.requireLabel(label);
        Project project = options.project(terminal);
        ConnectionTarget target =
                connection.requiredTarget(project, options.profile(), terminal, from);
        SnapshotKey key = options.key(project, terminal);
        Path file = options.historyFile(project, terminal);
        PriorCaptures prior = new PriorCaptures(file, key);
        if (!allowOrphan) {
            prior.refuseOrphan();
        }
        List<String> warnings = new ArrayList<>(connection.warnings());
        Taken taken;
        try (Progress progress = Progress.on(terminal);
                CaptureSession session = CaptureSession.open(target, connection.guards())) {
            if (!force) {
                prior.refuseAnother(session.server());
            }
            if (!allowRoleChange) {
                prior.refuseChangedRole(label, session.server());
            }
            warnings.addAll(session.warnings());
            taken =
                    new SnapshotTaker(
                                    session,
                                    file,
                                    key,
                                    connection.rowCap(project),
                                    progress,
                                    MaskRules.ALWAYS)
                            .take(List.of(new Stream.Activity(label), new Stream.Query(label)));
        }
        warnings.addAll(taken.warnings());
        warnings.addAll(new AutoPrune(project.config().retention(), file, key).run());
        if (!allowRotation) {
            prior.rotation(label).flatMap(ServerRotation::change).ifPresent(warnings::add);
        }
        String shown = ProjectOptions.shown(file, terminal).toString();
        SnapshotTakeCommand.print(
                new CaptureReport(key, shown, taken.snapshots(), warnings), output, terminal);
        return 0;
    }
}
