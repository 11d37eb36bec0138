package dev.dryrun.pgquery.tree;

/// What FOR UPDATE does about rows that are locked: wait, SKIP LOCKED, NOWAIT.
public enum LockWaitPolicy {
    LockWaitBlock,
    LockWaitSkip,
    LockWaitError
}
