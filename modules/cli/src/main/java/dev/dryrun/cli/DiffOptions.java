package dev.dryrun.cli;

import dev.dryrun.config.StreamKind;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.history.SnapshotReference;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What to compare, and how to show it. A mixin.
public final class DiffOptions {

    /// The forms a comparison can have.
    public enum Format {
        TEXT,
        JSON,
        MARKDOWN
    }

    /// Two snapshots of one stream.
    ///
    /// @param from before
    /// @param to after
    public record Pair(SnapshotInfo from, SnapshotInfo to) {}

    private static final String EARLIER = "latest~1";
    private static final String LATEST = "latest";

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "FROM",
            description =
                    "latest, latest~N, the begin of a hash, or a time: the newest until then.")
    private @Nullable String first;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "TO",
            description = "The same; with FROM alone: latest.")
    private @Nullable String second;

    @Option(names = "--from", paramLabel = "REF", description = "The same as FROM.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "REF", description = "The same as TO.")
    private @Nullable String to;

    @Option(
            names = "--latest",
            description =
                    "The two newest; of a node's, the two newest of the server that answered last.")
    private boolean latest;

    @Option(
            names = "--min-pct",
            paramLabel = "PERCENT",
            description = "Show figures that moved at least so far; default 1. Not in JSON.")
    private double leastPercent = 1;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "Form of the result: text (default), json or markdown.")
    private Format format = Format.TEXT;

    @Option(names = "--json", description = "The same as --format json.")
    private boolean json;

    @Option(names = "--debug", description = "Print the stack trace of a failure.")
    private boolean debug;

    @Mixin private final StreamOptions streams = new StreamOptions();

    /// Made by the command it is mixed into.
    public DiffOptions() {}

    /// {@return the form of the result}
    public Format format() {
        return json ? Format.JSON : format;
    }

    /// {@return whether failures are to be printed whole}
    public boolean debug() {
        return debug;
    }

    /// {@return how far a figure must have moved to be shown, in percent}
    public double leastPercent() {
        return leastPercent;
    }

    /// {@return which kind of stream is compared}
    public StreamKind kind() {
        return streams.kind();
    }

    /// {@return the snapshot that stands before, or empty when none was named}
    ///
    /// @throws InputException USAGE when the words do not fit together
    public Optional<String> fromWord() {
        return word(first, from, "FROM", "--from");
    }

    /// {@return the snapshot that stands after, or empty when none was named}
    ///
    /// @throws InputException USAGE when the words do not fit together
    public Optional<String> toWord() {
        return word(second, to, "TO", "--to");
    }

    private static Optional<String> word(
            @Nullable String bare, @Nullable String option, String name, String flag) {
        if (bare != null && option != null) {
            throw new InputException(
                    ErrorCode.USAGE,
                    name + " and " + flag + " are the same: both were given",
                    "leave one of them out");
        }
        return Optional.ofNullable(bare == null ? option : bare);
    }

    /// {@return the two snapshots to compare}
    ///
    /// @param file open
    /// @param key whose
    /// @throws InputException USAGE when the words do not fit together, or name two streams
    public Pair pair(HistoryFile file, SnapshotKey key) {
        boolean named = fromWord().isPresent() || toWord().isPresent();
        if (latest && named) {
            throw new InputException(
                    ErrorCode.USAGE,
                    "--latest names both snapshots already",
                    "leave it out, or FROM and TO");
        }
        if (!latest && fromWord().isEmpty()) {
            throw new InputException(
                    ErrorCode.USAGE,
                    "which snapshots are to be compared?",
                    "name two, such as: latest~1 latest, or pass --latest");
        }
        SnapshotInfo after = snapshot(file, key, toWord().orElse(LATEST));
        SnapshotInfo before =
                named ? snapshot(file, key, fromWord().orElse(EARLIER)) : earlier(file, key, after);
        if (!before.stream().equals(after.stream())) {
            throw new InputException(
                    ErrorCode.USAGE,
                    "two streams do not compare: "
                            + before.stream().word()
                            + " and "
                            + after.stream().word(),
                    "name two snapshots of one stream: dryrun snapshot list");
        }
        return new Pair(before, after);
    }

    private SnapshotInfo earlier(HistoryFile file, SnapshotKey key, SnapshotInfo after) {
        Optional<SnapshotInfo> same =
                switch (after.stream()) {
                    case Stream.Schema _, Stream.Planner _ -> Optional.empty();
                    case Stream.Activity _, Stream.Query _ ->
                            new SameServer(file, key).before(after);
                };
        return same.orElseGet(() -> snapshot(file, key, EARLIER));
    }

    /// {@return the snapshot of the wanted stream that a word names}
    ///
    /// @param file open
    /// @param key whose
    /// @param word a reference
    public SnapshotInfo snapshot(HistoryFile file, SnapshotKey key, String word) {
        SnapshotReference reference = SnapshotReference.parse(Objects.requireNonNull(word));
        Stream stream = streams.stream(file, key, reference);
        return file.resolve(key, stream, reference);
    }
}
