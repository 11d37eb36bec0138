package dev.dryrun.ddl;

/// When a statement of a script runs, in this order. The first ones, up to [#REPLACE_VIEW], are
/// sorted by what each needs; the phases after them need nothing but these.
enum Phase {
    /// What names a type whose functions come before it.
    SHELL,
    /// What makes an object.
    CREATE,
    /// What makes a table a partition.
    ATTACH,
    /// A primary key or a unique constraint: a view that groups by a key needs it.
    KEY,
    /// The query of a view that something it needs had to know before.
    REPLACE_VIEW,
    /// What belongs to no one class of an operator family.
    FAMILY_MEMBER,
    /// A default that something needed its table for.
    DEFAULT,
    SEQUENCE_OWNER,
    COLUMN,
    CHECK,
    /// What a child has checked, although its parent has not.
    VALIDATE,
    INDEX,
    ATTACH_INDEX,
    /// What names an index of the table, and the switches of row security.
    TABLE,
    STATISTICS,
    FOREIGN_KEY,
    RULE,
    TRIGGER,
    TRIGGER_STATE,
    POLICY,
    REFRESH,
    PUBLICATION,
    SUBSCRIPTION,
    OWNER,
    GRANT,
    /// After those on the whole table, which take these away too.
    COLUMN_GRANT,
    DEFAULT_PRIVILEGES,
    COMMENT,
    /// Last, so that none fires for what comes before it.
    EVENT_TRIGGER,
    EVENT_TRIGGER_STATE;

    /// {@return whether statements of this phase are sorted by what they need}
    boolean isSorted() {
        return compareTo(FAMILY_MEMBER) < 0;
    }
}
