package dev.dryrun.model;

/// The server a snapshot was taken from. Says nothing of where it is or who connected.
///
/// @param versionNum `server_version_num`: 140018, 180006 …
/// @param version `server_version`: `18.6`
/// @param database `current_database()`
/// @param systemIdentifier `pg_control_system()`; NO_PRIVILEGE where the role may not ask
/// @param standby `pg_is_in_recovery()`
/// @param nextXid the next transaction id, epoch included (`pg_snapshot_xmax`): what ages of
///   `relfrozenxid` are counted from; outside of every hash, because any transaction moves it
/// @param nextMxid the next multixact id, 32 bits
public record ServerInfo(
        int versionNum,
        String version,
        String database,
        Reading<String> systemIdentifier,
        boolean standby,
        Reading<Long> nextXid,
        Reading<Long> nextMxid) {

    /// Makes one whose counters were not asked for.
    ///
    /// @param versionNum as above
    /// @param version as above
    /// @param database as above
    /// @param systemIdentifier as above
    /// @param standby as above
    public ServerInfo(
            int versionNum,
            String version,
            String database,
            Reading<String> systemIdentifier,
            boolean standby) {
        this(
                versionNum,
                version,
                database,
                systemIdentifier,
                standby,
                Reading.absent(Reading.Reason.NONE_KEPT),
                Reading.absent(Reading.Reason.NONE_KEPT));
    }

    /// {@return the major version: 14 … 18}
    public int major() {
        return versionNum / 10_000;
    }
}
