package dev.dryrun.dba;

import dev.dryrun.report.FleetReport.Visit;

/// A node that has been read; what is still to be written is in memory.
interface NodeVisit {

    /// {@return what came of it, after writing what is still to be written; never throws for what
    /// is wrong with one node}
    Visit finish();
}
