package dev.dryrun.cli;

import dev.dryrun.config.Project;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.masking.MaskRules;
import dev.dryrun.model.AppliedMasking;
import dev.dryrun.model.ConfigException;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.report.MaskReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a push does before anything leaves the machine: the same as `mask verify`.
///
/// @param history the captured file
/// @param project whose configuration may require a policy
/// @param options name the profile
/// @param policy which policy
/// @param terminal where relative paths begin
record MaskGate(
        HistoryFile history,
        Project project,
        ProjectOptions options,
        PolicyOptions policy,
        Terminal terminal) {

    /// Looks at the newest snapshots of a key, and at how all of its statistics were masked.
    ///
    /// @param warnings takes a line where nothing is required and something is not masked
    /// @throws ConfigException MASKS_REQUIRED when masks are required and something is not masked
    void pass(SnapshotKey key, List<String> warnings) {
        boolean required = project.config().requireMasks();
        if (required) {
            demandMasked(key);
        }
        if (history.newest(key, new Stream.Schema()).isEmpty()) {
            return;
        }
        MaskRules rules = policy.rules(project, options.profile(), terminal, key.databaseId());
        MaskReport report = new MaskVerification(history, key, "", rules).run(false);
        if (!report.clean()) {
            String what = "the newest snapshots of " + key + " hold values that the policy hides";
            if (required) {
                throw refused(what, "see them with: dryrun mask verify; capture again");
            }
            warnings.add(what + "; see: dryrun mask verify");
        }
    }

    private void demandMasked(SnapshotKey key) {
        List<SnapshotInfo> unmasked =
                history.snapshots(key, new Stream.Planner(), Integer.MAX_VALUE).stream()
                        .filter(snapshot -> !masked(snapshot.masking()))
                        .toList();
        if (!unmasked.isEmpty()) {
            throw refused(
                    unmasked.size()
                            + " snapshots of statistics of "
                            + key
                            + " were captured without a policy, the newest at "
                            + unmasked.getFirst().takenAt(),
                    "delete them with: dryrun snapshot delete "
                            + unmasked.getFirst().hash().substring(0, 12));
        }
    }

    private static boolean masked(@Nullable AppliedMasking masking) {
        return masking != null && masking.policy() != null && !masking.off();
    }

    private static ConfigException refused(String what, String hint) {
        return new ConfigException(
                ErrorCode.MASKS_REQUIRED,
                "nothing was pushed: require_masks is set, and " + what,
                hint);
    }
}
