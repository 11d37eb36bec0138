package dev.dryrun.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The places that `dryrun.toml` shares snapshots in.
///
/// @param configFile the file, as to show it; null when there is none
/// @param remotes in its order
public record RemotesReport(@Nullable String configFile, List<Entry> remotes) {

    /// Copies the list.
    public RemotesReport {
        remotes = List.copyOf(remotes);
    }

    /// One of them.
    ///
    /// @param name what `--remote` calls it
    /// @param type the kind of store
    /// @param ref where it is
    /// @param isDefault whether it is meant when none is named
    /// @param state what it answered; null when nobody asked
    /// @param error why it did not; null when it did, or nobody asked
    public record Entry(
            String name,
            String type,
            String ref,
            boolean isDefault,
            @Nullable String state,
            @Nullable String error) {}
}
