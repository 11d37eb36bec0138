package dev.dryrun.store;

import java.time.Instant;

/// Which snapshots a pull takes.
///
/// @param all every one
/// @param since what is not older, and the newest schema; [Instant#MAX] for the newest of each
///   stream. Schemas that something which is taken belongs to come along
public record Selection(boolean all, Instant since) {

    /// The newest of each stream.
    public static final Selection NEWEST = new Selection(false, Instant.MAX);

    /// Every one.
    public static final Selection ALL = new Selection(true, Instant.MIN);

    /// {@return what is not older}
    ///
    /// @param time how old at the most
    public static Selection since(Instant time) {
        return new Selection(false, time);
    }

    /// {@return whether it takes this one by itself}
    ///
    /// @param newest whether it is the newest of its stream
    boolean takes(ManifestName name, boolean newest) {
        if (all) {
            return true;
        }
        boolean onlyNewest = since.equals(Instant.MAX);
        boolean byTime = !onlyNewest && !name.takenAt().isBefore(since);
        return byTime || (newest && (onlyNewest || name.isSchema()));
    }
}
