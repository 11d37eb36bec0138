package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.Node;
import java.util.List;

/// A statement, taken apart.
///
/// @param levels its queries, outer ones before inner ones
/// @param operations every `A_Expr`
/// @param refusals what NOT stands before, and every `ALL` subquery
record Shape(List<Level> levels, List<Node> operations, List<Node> refusals) {}
