package dev.dryrun.history;

import dev.dryrun.model.ErrorCode;
import dev.dryrun.model.HistoryException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How a person names a snapshot.
public sealed interface SnapshotReference {

    /// The newest, or one so many captures before it.
    ///
    /// @param back 0 for the newest
    record Latest(int back) implements SnapshotReference {}

    /// The one whose hash begins so. It says by itself which stream is meant.
    ///
    /// @param digits 4 to 64 hexadecimal digits in lower case
    record HashPrefix(String digits) implements SnapshotReference {}

    /// The newest that is not younger.
    ///
    /// @param time by the server's clock
    record AtOrBefore(Instant time) implements SnapshotReference {}

    /// {@return what a text stands for: `latest`, `latest~3`, a hash prefix, or a time (RFC 3339,
    /// `2026-01-31 18:00:00` or `2026-01-31`, the latter two in UTC)}
    ///
    /// @param text what was written
    /// @throws HistoryException USAGE when it is none of these
    static SnapshotReference parse(String text) {
        Matcher latest = Grammar.LATEST.matcher(text);
        if (latest.matches()) {
            return new Latest(latest.group(1) == null ? 0 : Integer.parseInt(latest.group(1)));
        }
        if (Grammar.HASH.matcher(text).matches()) {
            return new HashPrefix(Searchable.fold(text));
        }
        return new AtOrBefore(time(text));
    }

    private static Instant time(String text) {
        try {
            if (Grammar.DATE.matcher(text).matches()) {
                return LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return Grammar.LOCAL_TIME.matcher(text).matches()
                    ? LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC)
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new HistoryException(
                    ErrorCode.USAGE,
                    "\"" + text + "\" names no snapshot",
                    "write latest, latest~N, 4 or more digits of a hash, or a time such as"
                            + " 2026-01-31T18:00:00Z",
                    e);
        }
    }

    /// The forms of a reference.
    final class Grammar {
        private static final Pattern LATEST = Pattern.compile("latest(?:~(\\d{1,9}))?");
        private static final Pattern HASH = Pattern.compile("[0-9a-fA-F]{4,64}");
        private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
        private static final Pattern LOCAL_TIME =
                Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");

        private Grammar() {}
    }
}
