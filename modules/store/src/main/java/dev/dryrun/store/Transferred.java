package dev.dryrun.store;

import dev.dryrun.model.SnapshotKey;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/// What a push or a pull did.
///
/// @param streams by key, then stream
/// @param blobs how many documents, nodes, roots and manifests moved
/// @param bytes how many bytes of them, as they travel
/// @param warnings what could not be taken along, one line each
public record Transferred(List<Line> streams, int blobs, long bytes, List<String> warnings) {

    /// Copies the lists.
    public Transferred {
        streams = List.copyOf(streams);
        warnings = List.copyOf(warnings);
    }

    /// One stream of one key.
    ///
    /// @param key whose, as `history.db` calls it
    /// @param stream its word
    /// @param copied how many snapshots were not there before
    /// @param upToDate how many were
    public record Line(SnapshotKey key, String stream, int copied, int upToDate) {}

    /// Counts while it goes on.
    static final class Count {
        private final TreeMap<String, Line> lines = new TreeMap<>();

        /// One snapshot of a stream.
        void add(SnapshotKey key, String stream, boolean copied) {
            Line one = new Line(key, stream, copied ? 1 : 0, copied ? 0 : 1);
            lines.merge(
                    key + "\n" + order(stream) + stream,
                    one,
                    (a, b) -> new Line(key, stream, a.copied + b.copied, a.upToDate + b.upToDate));
        }

        List<Line> lines() {
            return new ArrayList<>(lines.values());
        }

        /// Schema, planner, then the nodes.
        private static int order(String stream) {
            return stream.equals("schema") ? 0 : stream.equals("planner") ? 1 : 2;
        }
    }
}
