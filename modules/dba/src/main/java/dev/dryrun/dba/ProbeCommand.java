package dev.dryrun.dba;

import dev.dryrun.capture.CaptureSession;
import dev.dryrun.capture.ConnectionTarget;
import dev.dryrun.capture.ServerProbe;
import dev.dryrun.cli.OutputOptions;
import dev.dryrun.cli.ProjectOptions;
import dev.dryrun.cli.Terminal;
import dev.dryrun.config.Project;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.ProbeJson;
import dev.dryrun.report.ProbeReport;
import dev.dryrun.report.ProbeText;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// Says which server answers and what the role may read there. Captures nothing.
@Command(
        name = "probe",
        description = "Say which server answers, and what the role may read there.",
        footer = {"", "Nothing is captured. Exit status: 0 connected, 2 could not."})
final class ProbeCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Mixin private final ConnectionOptions connection = new ConnectionOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    ProbeCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        ConnectionTarget target =
                connection.requiredTarget(project, options.profile(), terminal, null);
        List<String> warnings = new ArrayList<>(connection.warnings());
        ServerProbe probe;
        try (CaptureSession session = CaptureSession.open(target, connection.guards())) {
            warnings.addAll(session.warnings());
            probe = session.probe();
        }
        ProbeReport report =
                new ProbeReport(
                        probe.flavour().displayName(),
                        probe.server(),
                        probe.versionText(),
                        probe.role(),
                        probe.flavour().capabilities(),
                        probe.privileges().stream()
                                .map(it ->
                                        new ProbeReport.Privilege(
                                                it.of(), it.allowed(), it.detail()))
                                .toList(),
                        warnings);
        terminal.out()
                .print(output.json() ? JsonText.of(ProbeJson.of(report)) : ProbeText.of(report));
        return 0;
    }
}
