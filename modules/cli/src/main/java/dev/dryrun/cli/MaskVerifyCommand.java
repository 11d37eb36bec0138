package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.MaskJson;
import dev.dryrun.report.MaskReport;
import dev.dryrun.report.MaskText;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the values that are in the captured file, and holds them to the policy.
@Command(
        name = "verify",
        description = "List the values that survive in the newest snapshots.",
        footer = {
            "",
            "Reads the captured file alone. Values are counted; --show prints them.",
            "Exit status: 0 the policy allows all, 1 it does not, 2 could not do it."
        })
final class MaskVerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(names = "--show", description = "Print the values and comments themselves.")
    private boolean show;

    @Option(
            names = "--database-id",
            paramLabel = "ID",
            description = "Which database of the project; default: the profile's.")
    private @Nullable String databaseId;

    @Mixin private final PolicyOptions policy = new PolicyOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    MaskVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        SnapshotKey usual = options.key(project, terminal);
        SnapshotKey key =
                databaseId == null ? usual : new SnapshotKey(usual.projectId(), databaseId);
        MaskRules rules = policy.rules(project, options.profile(), terminal, key.databaseId());
        Path file = options.historyFile(project, terminal);
        MaskReport report;
        try (HistoryFile history = HistoryFile.openForReading(file)) {
            report =
                    new MaskVerification(
                                    history,
                                    key,
                                    ProjectOptions.shown(file, terminal).toString(),
                                    rules)
                            .run(show);
        }
        terminal.out()
                .print(output.json() ? JsonText.of(MaskJson.of(report)) : MaskText.of(report));
        return report.clean() ? 0 : 1;
    }
}
