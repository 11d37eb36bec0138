package dev.dryrun.report;

import dev.dryrun.model.DryrunException;
import dev.dryrun.model.ServerInfo;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `dryrun snapshot capture` did, or with `--check` would do.
///
/// @param key whose snapshots they are
/// @param checked whether nothing was captured, only looked at
/// @param nodes one for each node, in the order they were visited
public record FleetReport(SnapshotKey key, boolean checked, List<Visit> nodes) {

    public FleetReport {
        nodes = List.copyOf(nodes);
    }

    /// What came of one node.
    ///
    /// @param node its label
    /// @param status how it went
    /// @param server who answered; null when nobody was asked or nobody did
    /// @param streams what was or would be captured, by the words of `streams` in `dryrun.toml`
    /// @param unavailable what was asked for and is not to be had there
    /// @param snapshots what was captured
    /// @param warnings one line each
    /// @param failure why it failed; null when it did not
    public record Visit(
            String node,
            Status status,
            @Nullable ServerInfo server,
            List<String> streams,
            List<String> unavailable,
            List<SnapshotInfo> snapshots,
            List<String> warnings,
            @Nullable DryrunException failure) {

        public Visit {
            streams = List.copyOf(streams);
            unavailable = List.copyOf(unavailable);
            snapshots = List.copyOf(snapshots);
            warnings = List.copyOf(warnings);
        }

        /// {@return a node that nothing could be had from}
        ///
        /// @param node its label
        /// @param failure why
        public static Visit failed(String node, DryrunException failure) {
            return new Visit(
                    node, Status.FAILED, null, List.of(), List.of(), List.of(), List.of(), failure);
        }
    }

    /// How a visit went. The word in lower case is public.
    public enum Status {
        /// It was captured.
        CAPTURED,
        /// Its captures are fresh enough; nobody connected.
        NOTHING_DUE,
        /// It could be captured.
        READY,
        /// It could not.
        FAILED
    }

    /// {@return how many nodes failed}
    public long failed() {
        return nodes.stream().filter(node -> node.status() == Status.FAILED).count();
    }
}
