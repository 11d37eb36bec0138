package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.StoreCheckJson;
import dev.dryrun.report.StoreCheckReport;
import dev.dryrun.report.StoreCheckText;
import dev.dryrun.store.SharedKey;
import dev.dryrun.store.SharedStore;
import dev.dryrun.store.Verification;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Reads what is shared and holds it to its hashes.
@Command(
        name = "verify",
        description = "Read all that is shared, and hold it to its hashes.",
        footer = {
            "",
            "What is lost is mended by dryrun snapshot push --full, from where it is whole.",
            "Exit status: 0 whole, 1 something is missing or damaged, 2 could not do it."
        })
final class SnapshotVerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    @Option(
            names = {"--from-path", "--to-path"},
            paramLabel = "DIR",
            description = "A folder instead of a remote.")
    private @Nullable Path folder;

    @Mixin private final RemoteOptions remotes = new RemoteOptions();
    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    SnapshotVerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Project project = options.project(terminal);
        SharedKey own = remotes.key(project, options, terminal);
        StoreCheckReport report;
        try (SharedStore store = remotes.open(project, options, folder, terminal);
                TransferProgress progress = TransferProgress.on(terminal, "verifying")) {
            Verification.Result result =
                    new Verification(store, progress).run(remotes.all() ? List.of() : List.of(own));
            report =
                    new StoreCheckReport(
                            store.title(),
                            result.snapshots(),
                            result.blobs(),
                            result.bytes(),
                            result.problems());
        }
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(StoreCheckJson.of(report))
                                : StoreCheckText.of(report));
        return report.problems().isEmpty() ? 0 : 1;
    }
}
