package dev.dryrun.dba;

import dev.dryrun.capture.SessionGuards;
import dev.dryrun.cli.MaskOptions;
import dev.dryrun.cli.OutputOptions;
import dev.dryrun.cli.ProjectOptions;
import dev.dryrun.cli.Terminal;
import dev.dryrun.config.Node;
import dev.dryrun.config.NodeRole;
import dev.dryrun.config.Project;
import dev.dryrun.config.Secret;
import dev.dryrun.config.StreamKind;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.Nearest;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.report.ErrorText;
import dev.dryrun.report.FleetJson;
import dev.dryrun.report.FleetReport;
import dev.dryrun.report.FleetText;
import dev.dryrun.report.JsonText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Captures the fleet that `dryrun.toml` describes, one of its nodes, or a node named here.
@Command(
        name = "capture",
        description = "Capture the nodes of dryrun.toml, each what its role calls for.",
        footer = {
            "",
            "Name the nodes with --all or --node, or one that dryrun.toml does not know with",
            "--from and --label. One node that fails stops no other.",
            "Exit status: 0 all captured, 2 a node failed or nothing could be done."
        })
final class SnapshotCaptureCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--all", description = "Every [[node]] of dryrun.toml.")
    private boolean all;

    @Option(names = "--node", paramLabel = "NAME", description = "One [[node]] of dryrun.toml.")
    private @Nullable String nodeName;

    @Option(names = "--from", paramLabel = "URL", description = "A node; wants --label.")
    private @Nullable String from;

    @Option(names = "--label", paramLabel = "NAME", description = "The name of that node.")
    private @Nullable String label;

    @Option(
            names = "--streams",
            split = ",",
            paramLabel = "STREAM",
            description = "What to capture: schema, planner, activity, query; default by role.")
    private List<StreamKind> streams = List.of();

    @Option(names = "--due", description = "Only what its interval says is due.")
    private boolean due;

    @Option(names = "--check", description = "Connect and look, but capture nothing.")
    private boolean check;

    @Option(
            names = "--check-timeout",
            paramLabel = "TIME",
            converter = ConnectionOptions.DurationConverter.class,
            description = "Longest time a query of --check may take; default 10s.")
    private Duration checkTimeout = Duration.ofSeconds(10);

    @Option(names = "--allow-orphan", description = "Capture although no schema is known yet.")
    private boolean allowOrphan;

    @Option(names = "--allow-role-change", description = "Let a node change its role.")
    private boolean allowRoleChange;

    @Option(
            names = "--allow-rotation",
            description = "Say nothing when several servers answer under one label.")
    private boolean allowRotation;

    @Option(names = "--force", description = "Let a node be of another database than before.")
    private boolean force;

    @Mixin private final ConnectionOptions connection = new ConnectionOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final MaskOptions maskOptions = new MaskOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    SnapshotCaptureCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        refuseContradictions();
        Project project = options.project(terminal);
        SnapshotKey key = options.key(project, terminal);
        List<Node> nodes = nodes(project);
        List<String> warnings = new ArrayList<>();
        FleetReport report;
        try (Progress progress = Progress.on(terminal)) {
            NodeCapture.Rules rules =
                    new NodeCapture.Rules(
                            new PriorCaptures(options.historyFile(project, terminal), key),
                            guards(),
                            check,
                            due,
                            allowOrphan,
                            allowRoleChange,
                            allowRotation,
                            force,
                            connection.rowCap(project),
                            maskOptions.rules(project, options, terminal, warnings));
            NodeCapture capture =
                    new NodeCapture(rules, terminal.environment(), new ReentrantLock(), progress);
            report = new FleetReport(key, check, new FleetCapture(capture).visit(nodes));
        }
        warnings.forEach(warning -> terminal.err().print(ErrorText.warning(warning)));
        if (!check) {
            new AutoPrune(project.config().retention(), options.historyFile(project, terminal), key)
                    .run()
                    .forEach(line -> terminal.err().print(ErrorText.warning(line)));
        }
        terminal.out()
                .print(output.json() ? JsonText.of(FleetJson.of(report)) : FleetText.of(report));
        if (report.failed() > 0) {
            terminal.err()
                    .print(
                            "error: %d of %d nodes failed\n"
                                    .formatted(report.failed(), nodes.size()));
            return 2;
        }
        return 0;
    }

    private void refuseContradictions() {
        if (all && (nodeName != null || from != null)) {
            throw usage("--all does not go with --node or --from");
        }
        if (from != null && nodeName != null) {
            throw usage("--from does not go with --node");
        }
        if (label != null && (all || nodeName != null)) {
            throw usage("--label does not go with a node of dryrun.toml: its name is the label");
        }
        if (from != null && label == null) {
            throw usage("--from wants --label");
        }
        if (!all && nodeName == null && label == null) {
            throw usage("capture what? Pass --all, --node NAME, or --from URL --label NAME");
        }
        if (label != null) {
            ConnectionOptions.requireLabel(label);
        }
        if (check && checkTimeout.isZero()) {
            throw usage("--check-timeout must be longer than nothing");
        }
    }

    private static InputException usage(String what) {
        return new InputException(ErrorCode.USAGE, what, "see: dryrun snapshot capture --help");
    }

    private SessionGuards guards() {
        SessionGuards guards = connection.guards();
        return check
                ? new SessionGuards(
                        checkTimeout,
                        guards.lockTimeout(),
                        guards.idleInTransactionTimeout(),
                        guards.allowPrivileged())
                : guards;
    }

    private List<Node> nodes(Project project) {
        if (label != null) {
            String url =
                    from == null
                            ? connection.requiredUrl(project, options.profile(), terminal)
                            : from;
            return List.of(
                    new Node(
                            label,
                            NodeRole.AUTO,
                            new Secret(url),
                            null,
                            streams,
                            Duration.ZERO,
                            Map.of(),
                            false));
        }
        List<Node> configured = project.config().nodes();
        if (configured.isEmpty()) {
            throw new ConfigException(
                    ErrorCode.CONFIG_INVALID,
                    "dryrun.toml has no [[node]]",
                    "describe the servers there, or pass --from URL --label NAME");
        }
        List<Node> chosen =
                configured.stream()
                        .filter(node -> all || node.name().equals(nodeName))
                        .map(this::withStreams)
                        .toList();
        if (chosen.isEmpty()) {
            throw unknownNode(configured);
        }
        return chosen;
    }

    private ConfigException unknownNode(List<Node> configured) {
        List<String> names = configured.stream().map(Node::name).toList();
        String meant =
                Nearest.one(String.valueOf(nodeName), names)
                        .map(near -> "did you mean " + near + "? ")
                        .orElse("");
        return new ConfigException(
                ErrorCode.CONFIG_INVALID,
                "dryrun.toml has no [[node]] called \"" + nodeName + "\"",
                meant + "there are: " + String.join(", ", names));
    }

    private Node withStreams(Node node) {
        return streams.isEmpty()
                ? node
                : new Node(
                        node.name(),
                        node.role(),
                        node.url(),
                        node.urlVariable(),
                        streams,
                        node.interval(),
                        node.intervals(),
                        node.pool());
    }
}
