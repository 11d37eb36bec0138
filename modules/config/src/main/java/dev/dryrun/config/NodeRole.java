package dev.dryrun.config;

/// What a `[[node]]` must be when it is captured.
public enum NodeRole {
    /// Whatever the server says it is.
    AUTO,
    /// Not in recovery.
    PRIMARY,
    /// In recovery.
    STANDBY
}
