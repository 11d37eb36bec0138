package dev.dryrun.apply;

/// What is said of the size of tables, of which the planner makes its row counts.
///
/// The planner does not believe the catalogue: it multiplies rows per page by the pages that the
/// file really has.
public enum Scale {
    /// ROWS for a table that is really smaller than half its captured size, PAGES for others.
    AUTO,
    /// The real pages and the captured rows: row counts are production's, the cost of reading pages
    /// is not.
    ROWS,
    /// The captured pages and rows: for a database that is as large as production.
    PAGES,
    /// Nothing: statistics of columns only.
    NONE
}
