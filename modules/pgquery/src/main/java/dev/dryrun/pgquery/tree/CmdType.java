package dev.dryrun.pgquery.tree;

/// What a WHEN of MERGE does; `CMD_NOTHING` is DO NOTHING.
public enum CmdType {
    CMD_UNKNOWN,
    CMD_SELECT,
    CMD_UPDATE,
    CMD_INSERT,
    CMD_DELETE,
    CMD_MERGE,
    CMD_UTILITY,
    CMD_NOTHING
}
