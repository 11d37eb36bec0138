package dev.dryrun.report;

import dev.dryrun.model.QueryDelta;

/// What queries cost between two snapshots.
///
/// @param from before
/// @param to after
/// @param delta what differs
public record QueryDiffReport(DiffSide from, DiffSide to, QueryDelta delta) {}
