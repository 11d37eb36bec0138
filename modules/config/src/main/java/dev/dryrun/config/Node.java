package dev.dryrun.config;

import dev.dryrun.model.ConfigException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `[[node]]`: one server that a fleet capture visits.
///
/// @param name its label: one line of counters; unique
/// @param role what it must be when captured
/// @param url how to reach it; null when `urlVariable` says it
/// @param urlVariable the environment variable that says how to reach it; null when `url` does
/// @param streams what to capture; empty means what its role calls for
/// @param interval how long a capture stays fresh; zero means it is always due
/// @param intervals where one kind differs from `interval`
/// @param pool whether the label stands for a pool, whose servers change between captures
public record Node(
        String name,
        NodeRole role,
        @Nullable Secret url,
        @Nullable String urlVariable,
        List<StreamKind> streams,
        Duration interval,
        Map<StreamKind, Duration> intervals,
        boolean pool) {

    public Node {
        streams = List.copyOf(streams);
        intervals = Map.copyOf(intervals);
        if ((url == null) == (urlVariable == null)) {
            throw new IllegalArgumentException("a node has exactly one of url and url_env");
        }
    }

    /// {@return the connection string, variables replaced}
    ///
    /// @param environment the process's variables
    /// @throws ConfigException `CONNECTION_MISSING` when a variable is not set
    public String connection(Map<String, String> environment) {
        if (url != null) {
            return url.expanded(environment);
        }
        return Secret.value(urlVariable == null ? "" : urlVariable, environment);
    }

    /// {@return how long a capture of this kind stays fresh; zero means it is always due}
    ///
    /// @param kind the kind
    public Duration interval(StreamKind kind) {
        return intervals.getOrDefault(kind, interval);
    }
}
