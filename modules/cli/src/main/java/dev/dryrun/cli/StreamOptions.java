package dev.dryrun.cli;

import dev.dryrun.config.StreamKind;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReference;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import dev.dryrun.model.InputException;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which line of history a reference counts in. A mixin.
final class StreamOptions {

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Of schema (default), planner, activity or query.")
    private @Nullable StreamKind kind;

    @Option(
            names = "--node",
            paramLabel = "NAME",
            description = "Of this node; default: the only one.")
    private @Nullable String node;

    /// Made by the command it is mixed into.
    StreamOptions() {}

    /// {@return the kind of stream that is meant}
    StreamKind kind() {
        return kind == null ? StreamKind.SCHEMA : kind;
    }

    /// {@return the stream that is meant}
    ///
    /// @param file where the snapshots are
    /// @param key whose
    /// @param reference a hash says by itself which stream is meant
    /// @throws InputException USAGE when several nodes could be meant
    Stream stream(HistoryFile file, SnapshotKey key, SnapshotReference reference) {
        StreamKind wanted = kind();
        boolean ofNode = wanted == StreamKind.ACTIVITY || wanted == StreamKind.QUERY;
        if (!ofNode && node != null) {
            throw new InputException(
                    ErrorCode.USAGE,
                    "--node goes with --kind activity and --kind query",
                    "a schema belongs to no node");
        }
        if (!ofNode || reference instanceof SnapshotReference.HashPrefix) {
            return wanted == StreamKind.PLANNER ? new Stream.Planner() : new Stream.Schema();
        }
        String label = node == null ? onlyNode(file, key, wanted) : node;
        if (label.isEmpty()) {
            throw new InputException(
                    ErrorCode.USAGE, "--node is empty", "name it, such as --node primary");
        }
        return wanted == StreamKind.QUERY ? new Stream.Query(label) : new Stream.Activity(label);
    }

    private static String onlyNode(HistoryFile file, SnapshotKey key, StreamKind wanted) {
        String prefix = wanted.name().toLowerCase(Locale.ROOT) + ":";
        List<String> labels =
                file.streams(key).stream()
                        .map(Stream::word)
                        .filter(word -> word.startsWith(prefix))
                        .map(word -> word.substring(prefix.length()))
                        .toList();
        if (labels.isEmpty()) {
            throw new HistoryException(
                    ErrorCode.HISTORY_MISSING,
                    key + " has no snapshot of any node's " + prefix.replace(":", ""),
                    "list what there is with: dryrun snapshot list");
        }
        if (labels.size() > 1) {
            throw new InputException(
                    ErrorCode.USAGE,
                    "several nodes have such snapshots",
                    "name one with --node: " + String.join(", ", labels));
        }
        return labels.getFirst();
    }
}
