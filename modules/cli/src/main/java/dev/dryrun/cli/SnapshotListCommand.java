package dev.dryrun.cli;

import dev.dryrun.config.DurationText;
import dev.dryrun.config.Project;
import dev.dryrun.config.StreamKind;
import dev.dryrun.history.HistoryFile;
import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.InputException;
import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import dev.dryrun.model.Stream;
import dev.dryrun.report.JsonText;
import dev.dryrun.report.SnapshotListJson;
import dev.dryrun.report.SnapshotListText;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Lists the snapshots of the project's database, newest first.
@Command(name = "list", description = "List the snapshots that were captured, newest first.")
final class SnapshotListCommand implements Callable<Integer> {

    private static final int DATE_LENGTH = 10;

    private final Terminal terminal;

    @Option(names = "--node", paramLabel = "NAME", description = "Only those of this node.")
    private @Nullable String node;

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "Only schema, planner, activity or query.")
    private @Nullable StreamKind kind;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description = "Only later ones: an age such as 24h, 7d or 2w, or a UTC date or time.")
    private @Nullable String since;

    @Option(
            names = "--limit",
            paramLabel = "COUNT",
            description = "At most so many; default 0: all.")
    private int limit;

    @Mixin private final ProjectOptions options = new ProjectOptions();
    @Mixin private final OutputOptions output = new OutputOptions();

    SnapshotListCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (limit < 0) {
            throw new InputException(
                    ErrorCode.USAGE, "--limit is below zero", "0 lists all snapshots");
        }
        Instant earliest = since == null ? Instant.MIN : instant(since, Instant.now());
        Project project = options.project(terminal);
        SnapshotKey key = options.key(project, terminal);
        List<SnapshotInfo> found = new ArrayList<>();
        try (HistoryFile file =
                HistoryFile.openForReading(options.historyFile(project, terminal))) {
            for (Stream stream : file.streams(key)) {
                if (wanted(stream)) {
                    found.addAll(file.snapshots(key, stream, Integer.MAX_VALUE));
                }
            }
        }
        List<SnapshotInfo> shown =
                found.stream()
                        .filter(snapshot -> !snapshot.takenAt().isBefore(earliest))
                        .sorted(
                                Comparator.comparing(SnapshotInfo::takenAt)
                                        .reversed()
                                        .thenComparing(snapshot -> snapshot.stream().word())
                                        .thenComparing(SnapshotInfo::hash))
                        .limit(limit == 0 ? Long.MAX_VALUE : limit)
                        .toList();
        terminal.out()
                .print(
                        output.json()
                                ? JsonText.of(SnapshotListJson.of(key, shown))
                                : SnapshotListText.of(key, shown));
        return 0;
    }

    private boolean wanted(Stream stream) {
        String[] words = stream.word().split(":", 2);
        boolean ofKind = kind == null || kind.name().toLowerCase(Locale.ROOT).equals(words[0]);
        boolean ofNode = node == null || (words.length == 2 && words[1].equals(node));
        return ofKind && ofNode;
    }

    /// {@return the time that is meant}
    ///
    /// @param text an age, or a date, or a date and a time, in UTC unless it says otherwise
    /// @param now what ages count from
    static Instant instant(String text, Instant now) {
        Optional<Duration> age = DurationText.parse(text);
        if (age.isPresent()) {
            return now.minus(age.get());
        }
        try {
            if (text.length() == DATE_LENGTH) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            if (text.contains(" ")) {
                return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
            }
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new InputException(
                    ErrorCode.USAGE,
                    "--since is neither an age nor a time",
                    "write it as 24h, 7d, 2026-03-01 or 2026-03-01T08:30:00Z",
                    e);
        }
    }
}
