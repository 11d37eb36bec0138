package dev.dryrun.pgquery.tree;

/// How FOR UPDATE and its like lock rows.
public enum LockClauseStrength {
    LCS_NONE,
    LCS_FORKEYSHARE,
    LCS_FORSHARE,
    LCS_FORNOKEYUPDATE,
    LCS_FORUPDATE
}
