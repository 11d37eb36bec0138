package dev.dryrun.capture;

import java.time.Duration;

/// What keeps a capture from hurting the server.
///
/// @param statementTimeout a query that takes longer is cancelled; zero for no limit
/// @param lockTimeout a query that waits longer for a lock is cancelled; zero for no limit
/// @param idleInTransactionTimeout the server ends a session that is silent for longer; zero never
/// @param allowPrivileged whether a superuser, replication or bypassrls role may capture
public record SessionGuards(
        Duration statementTimeout,
        Duration lockTimeout,
        Duration idleInTransactionTimeout,
        boolean allowPrivileged) {

    /// The guards when nothing else is asked for: 30 s, 2 s, 10 s, no privileged role.
    public static final SessionGuards DEFAULT =
            new SessionGuards(
                    Duration.ofSeconds(30), Duration.ofSeconds(2), Duration.ofSeconds(10), false);
}
