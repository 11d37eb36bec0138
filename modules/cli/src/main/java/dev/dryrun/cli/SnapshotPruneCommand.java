package dev.dryrun.cli;

import dev.dryrun.config.DurationText;
import dev.dryrun.config.Project;
import dev.dryrun.config.Retention;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.Pruning;
import dev.dryrun.history.RetentionRule;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.PruneJson;
import dev.dryrun.report.PruneReport;
import dev.dryrun.report.PruneText;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Deletes what is older than the project wants to keep.
@Command(
        name = "prune",
        description = "Delete the snapshots that are older than [history] keeps.",
        footer = {
            "",
            "Of each node's activity and queries the newest stays, whatever its age, and",
            "so does a schema that something which stays is bound to.",
            "Exit status: 0 pruned, or nothing to do; 2 could not do it, or was not to."
        })
final class SnapshotPruneCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = "--max-age",
            paramLabel = "AGE",
            description = "What is older may go: 30d, 12w; default: [history] max_age.")
    private @Nullable String maxAge;

    @Option(
            names = "--keep-schemas",
            paramLabel = "COUNT",
            description = "The newest so many stay, 0 for all; default: [history] keep_schemas.")
    private @Nullable Long keepSchemas;

    @Option(
            names = "--keep-planner",
            paramLabel = "COUNT",
            description = "The newest so many stay, 0 for all; default: [history] keep_planner.")
    private @Nullable Long keepPlanner;

    @Option(names = "--dry-run", description = "Only say what would go.")
    private boolean dryRun;

    @Option(
            names = "--purge",
            description = "Rewrite the file, so that no byte of what was deleted is left.")
    private boolean purge;

    @Mixin private final Confirmation confirmation = new Confirmation();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    SnapshotPruneCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        SnapshotKey key = options.key(project, terminal);
        Path file = options.historyFile(project, terminal);
        Retention configured = project.config().retention();
        Duration age = maxAge == null ? configured.maxAge() : age(maxAge);
        Instant before = age == null ? null : Instant.now().minus(age);
        RetentionRule rule =
                new RetentionRule(
                        before == null ? Instant.MIN : before,
                        keepSchemas == null ? configured.keepSchemas() : keepSchemas,
                        keepPlanner == null ? configured.keepPlanner() : keepPlanner);
        Pruning planned;
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            planned = history.plan(key, rule);
        }
        boolean idle = planned.removed().isEmpty() && !purge;
        Pruning done = dryRun || idle ? planned : prune(file, key, rule, planned);
        PruneReport report =
                new PruneReport(
                        key,
                        before,
                        done.removed(),
                        done.pinned(),
                        done.documentBytes(),
                        dryRun,
                        purge && !dryRun);
        terminal.out()
                .print(output.json() ? JsonText.of(PruneJson.of(report)) : PruneText.of(report));
        return 0;
    }

    private Pruning prune(Path file, SnapshotKey key, RetentionRule rule, Pruning planned) {
        if (!planned.removed().isEmpty()) {
            confirmation.demand(
                    terminal,
                    PruneText.inShort(planned.removed()),
                    PruneText.listing(planned.removed()));
        }
        try (HistoryFile history = HistoryFile.openForWriting(file)) {
            Pruning done =
                    planned.removed().isEmpty()
                            ? new Pruning(List.of(), planned.pinned(), 0)
                            : history.prune(key, rule);
            if (purge) {
                history.purge();
            }
            return done;
        }
    }

    private static Duration age(String text) {
        return DurationText.parse(text)
                .orElseThrow(() ->
                        new InputException(
                                ErrorCode.USAGE,
                                "--max-age is no age",
                                "write it as 30d, 12w or 720h"));
    }
}
