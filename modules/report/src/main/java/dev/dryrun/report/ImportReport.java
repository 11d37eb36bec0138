package dev.dryrun.report;

import dev.dryrun.model.SnapshotInfo;
import dev.dryrun.model.SnapshotKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `dryrun import` did.
///
/// @param key whose snapshot it is
/// @param file what was read, as it was named
/// @param source what whoever dumped it called it; null when they did not
/// @param historyFile where the snapshot is, as to show it
/// @param snapshot the snapshot; one that was there already when nothing was stored
/// @param stored whether the dump was stored; false when it had been imported before
/// @param warnings one line each
public record ImportReport(
        SnapshotKey key,
        String file,
        @Nullable String source,
        String historyFile,
        SnapshotInfo snapshot,
        boolean stored,
        List<String> warnings) {

    public ImportReport {
        warnings = List.copyOf(warnings);
    }
}
