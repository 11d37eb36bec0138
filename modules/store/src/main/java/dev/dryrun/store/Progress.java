package dev.dryrun.store;

/// Hears how a push, a pull or a verification goes on, from any thread.
public interface Progress {

    /// A progress that nobody watches.
    Progress NONE = (_, _) -> {};

    /// Something was written, or read.
    ///
    /// @param blobs how many, since the last time
    /// @param bytes how many, as they travel
    void moved(int blobs, long bytes);
}
