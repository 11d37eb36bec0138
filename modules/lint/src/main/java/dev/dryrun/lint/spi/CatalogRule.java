package dev.dryrun.lint.spi;

/// A rule that needs the whole schema at once, because no single table shows what is wrong.
///
/// It is called once for each run. It keeps names and counts, not tables: schemas of ten thousand
/// tables are ordinary.
public non-sealed interface CatalogRule extends LintRule {

    /// Looks at the whole schema.
    ///
    /// @param context where the schema is; [LintContext#forEachTable] leaves partitions out
    /// @param findings takes what is wrong; what lies outside the schema or the table that the user
    ///   asked for is left out of the report
    void check(LintContext context, FindingSink findings);
}
