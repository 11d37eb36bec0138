package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.SubLink;
import java.util.List;

/// A statement, taken apart.
///
/// @param levels its queries, outer ones before inner ones
/// @param operations every operation
/// @param refusals the subqueries that NOT stands before, and every `ALL` subquery
record Shape(List<Level> levels, List<AExpr> operations, List<SubLink> refusals) {}
