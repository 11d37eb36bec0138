package dev.dryrun.dba;

import dev.dryrun.config.Retention;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.Pruning;
import dev.dryrun.history.RetentionRule;
import dev.dryrun.model.DryrunException;
import dev.dryrun.model.SnapshotKey;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// Prunes after a capture, where `[history] auto_prune` asks for it.
///
/// @param retention what the configuration says
/// @param historyFile where the snapshots are
/// @param key whose they are
record AutoPrune(Retention retention, Path historyFile, SnapshotKey key) {

    /// {@return what there is to say, one line each. A capture that succeeded stays one: that its
    /// pruning failed is a warning}
    List<String> run() {
        Duration age = retention.maxAge();
        if (!retention.autoPrune() || age == null) {
            return List.of();
        }
        RetentionRule rule =
                new RetentionRule(
                        Instant.now().minus(age), retention.keepSchemas(), retention.keepPlanner());
        try (HistoryFile history = HistoryFile.openForWriting(historyFile)) {
            Pruning pruned = history.prune(key, rule);
            return pruned.removed().isEmpty()
                    ? List.of()
                    : List.of("auto_prune removed " + pruned.removed().size() + " old snapshots");
        } catch (DryrunException e) {
            return List.of("the capture is stored, but pruning failed: " + e.getMessage());
        }
    }
}
