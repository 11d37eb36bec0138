package dev.dryrun.dba;

import dev.dryrun.config.Node;
import dev.dryrun.config.NodeRole;
import dev.dryrun.config.StreamKind;
import dev.dryrun.model.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which kinds of a node are to be captured.
final class DueStreams {

    /// A schema changes rarely: unless the node says otherwise for it, a day is soon enough.
    private static final Duration SCHEMA_AT_LEAST = Duration.ofHours(24);

    private DueStreams() {}

    /// {@return what the node is asked for when its server's role is this}
    static List<StreamKind> wanted(Node node, boolean standby) {
        if (!node.streams().isEmpty()) {
            return node.streams();
        }
        return standby
                ? List.of(StreamKind.ACTIVITY, StreamKind.QUERY)
                : List.of(StreamKind.values());
    }

    /// {@return what the node may be asked for, as far as that is known before anybody connects}
    static List<StreamKind> expected(Node node) {
        return wanted(node, node.role() == NodeRole.STANDBY);
    }

    /// {@return whether a capture is due}
    ///
    /// @param node whose
    /// @param kind which kind
    /// @param last when it was last captured, never after `now`; empty for never
    /// @param now the present
    static boolean due(Node node, StreamKind kind, Optional<Instant> last, Instant now) {
        Duration interval = node.interval(kind);
        boolean ownInterval = node.intervals().containsKey(kind);
        if (kind == StreamKind.SCHEMA && !ownInterval && interval.compareTo(SCHEMA_AT_LEAST) < 0) {
            interval = SCHEMA_AT_LEAST;
        }
        Duration least = interval;
        return last.map(time -> Duration.between(time, now).compareTo(least) >= 0).orElse(true);
    }

    /// {@return the line of history that a kind of this node belongs to}
    static Stream stream(StreamKind kind, String label) {
        return switch (kind) {
            case SCHEMA -> new Stream.Schema();
            case PLANNER -> new Stream.Planner();
            case ACTIVITY -> new Stream.Activity(label);
            case QUERY -> new Stream.Query(label);
        };
    }
}
