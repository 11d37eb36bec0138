package dev.dryrun.query;

import dev.dryrun.pgquery.tree.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One item of a SELECT list.
///
/// @param node its expression
/// @param columns what it gives: one column, or those of a star; null when they are not known
/// @param star whether it is one
record Target(Node node, @Nullable List<Col> columns, boolean star) {}
