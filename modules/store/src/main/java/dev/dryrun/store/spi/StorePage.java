package dev.dryrun.store.spi;

import java.util.List;

/// A part of a list of names.
///
/// @param entries in order of the names' bytes
public record StorePage(List<Entry> entries) {

    /// Copies the entries.
    public StorePage {
        entries = List.copyOf(entries);
    }

    /// A name that is there.
    ///
    /// @param name the whole of it
    /// @param sizeBytes how much [SnapshotStore#get] would give
    public record Entry(String name, long sizeBytes) {}
}
