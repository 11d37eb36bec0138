package dev.dryrun.dba;

import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import dev.dryrun.model.SnapshotInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What one capture stored.
///
/// @param snapshots in the order of the streams
/// @param statements how many statements `pg_stat_statements` has, absent with the reason; empty
///   when it was not asked
/// @param alone why one connection did it all; empty when there was no need for more, or they were
///   to be had
/// @param maskWarnings what of the masking policy fits nothing, one line each
record Taken(
        List<SnapshotInfo> snapshots,
        Optional<Reading<Long>> statements,
        Optional<String> alone,
        List<String> maskWarnings) {

    static final Taken NOTHING =
            new Taken(List.of(), Optional.empty(), Optional.empty(), List.of());

    Taken {
        snapshots = List.copyOf(snapshots);
        maskWarnings = List.copyOf(maskWarnings);
    }

    /// {@return what a look finds that captures nothing}
    ///
    /// @param statements how many statements there are
    static Taken looking(Reading<Long> statements) {
        return new Taken(List.of(), Optional.of(statements), Optional.empty(), List.of());
    }

    /// {@return whether query statistics were wanted and are not to be had}
    boolean withoutQueries() {
        return why().isPresent();
    }

    /// {@return what is missing, one line each}
    List<String> warnings() {
        List<String> warnings = new ArrayList<>(maskWarnings);
        why().ifPresent(reason -> warnings.add("no query statistics: " + words(reason)));
        alone.ifPresent(
                reason -> warnings.add("captured over one connection, which is slower: " + reason));
        return warnings;
    }

    private Optional<Reason> why() {
        return statements.flatMap(reading ->
                reading instanceof Reading.Absent<Long>(Reason reason)
                        ? Optional.of(reason)
                        : Optional.empty());
    }

    private static String words(Reason reason) {
        return switch (reason) {
            case NO_PRIVILEGE -> "the role may not read pg_stat_statements";
            case UNSUPPORTED_VERSION ->
                    "pg_stat_statements is older than 1.8; run ALTER EXTENSION … UPDATE";
            case NONE_KEPT -> "pg_stat_statements is not installed or not loaded";
            default -> "pg_stat_statements cannot be read (" + reason.word() + ")";
        };
    }
}
