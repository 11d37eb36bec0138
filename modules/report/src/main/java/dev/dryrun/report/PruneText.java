package dev.dryrun.report;

import dev.dryrun.model.SnapshotInfo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `dryrun snapshot prune` takes as text.
public final class PruneText {

    private PruneText() {}

    /// {@return a line for each snapshot, then how many}
    ///
    /// @param report what to say
    public static String of(PruneReport report) {
        String key = VisibleText.of(report.key().toString());
        StringBuilder text = new StringBuilder();
        if (report.removed().isEmpty()) {
            text.append(nothing(report.before())).append(" of ").append(key).append('\n');
        } else {
            text.append(report.dryRun() ? "Would prune of " : "Pruned of ")
                    .append(key)
                    .append(":\n")
                    .append(listing(report.removed()))
                    .append(Counted.of(report.removed().size(), "snapshot"));
            if (!report.dryRun()) {
                text.append(", ")
                        .append(Counted.of(report.documentBytes(), "byte"))
                        .append(" of documents");
            }
            text.append('\n');
        }
        if (!report.pinned().isEmpty()) {
            text.append(Counted.of(report.pinned().size(), "old schema"))
                    .append(" kept: statistics that stay are bound to it\n");
        }
        return text.append(report.purged() ? "Purged: no byte of what was deleted is left\n" : "")
                .toString();
    }

    /// {@return a line for each snapshot}
    ///
    /// @param snapshots what would go
    public static String listing(List<SnapshotInfo> snapshots) {
        StringBuilder text = new StringBuilder();
        snapshots.forEach(snapshot -> text.append(SnapshotLine.withTime(snapshot)));
        return text.toString();
    }

    /// {@return in some words what would go}
    ///
    /// @param snapshots what would go
    public static String inShort(List<SnapshotInfo> snapshots) {
        return "prune " + Counted.of(snapshots.size(), "snapshot");
    }

    private static String nothing(@Nullable Instant before) {
        return before == null
                ? "Nothing to prune: neither --max-age nor [history] max_age says what is too old,"
                : "Nothing older than " + before.truncatedTo(ChronoUnit.SECONDS) + " may go";
    }
}
