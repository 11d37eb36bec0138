package dev.dryrun.model;

/// The server a snapshot was taken from. Says nothing of where it is or who connected.
///
/// @param versionNum `server_version_num`: 140018, 180006 …
/// @param version `server_version`: `18.6`
/// @param database `current_database()`
/// @param systemIdentifier `pg_control_system()`; NO_PRIVILEGE where the role may not ask
/// @param standby `pg_is_in_recovery()`
public record ServerInfo(
        int versionNum,
        String version,
        String database,
        Reading<String> systemIdentifier,
        boolean standby) {

    /// {@return the major version: 14 … 18}
    public int major() {
        return versionNum / 10_000;
    }
}
