package dev.dryrun.lint.spi;

import dev.dryrun.model.Table;

/// A rule that looks at one table at a time.
public non-sealed interface TableRule extends LintRule {

    /// Looks at one table. Partitions are never handed over, only the table they are parts of.
    ///
    /// @param table one table; none but this needs to be in memory
    /// @param context what else there is to look at
    /// @param findings takes what is wrong with this table
    void check(Table table, LintContext context, FindingSink findings);
}
