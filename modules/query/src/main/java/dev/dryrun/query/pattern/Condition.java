package dev.dryrun.query.pattern;

import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.JoinExpr;
import dev.dryrun.pgquery.tree.Node;
import java.util.List;

/// A condition that rows must meet, beside others.
///
/// @param node any expression that is no AND; a [JoinExpr] for USING or NATURAL
/// @param references every [ColumnRef] in it, those of queries within it too
/// @param comparisons what it compares; empty when it is no plain comparison
/// @param shared the items that USING or NATURAL compares; empty for any other condition
record Condition(
        Node node,
        List<ColumnRef> references,
        List<Comparison> comparisons,
        List<FromItem> shared) {

    static Condition of(Node node, List<ColumnRef> references) {
        return new Condition(node, List.copyOf(references), Comparison.of(node), List.of());
    }

    static Condition sharing(JoinExpr join, List<FromItem> items) {
        return new Condition(join, List.of(), List.of(), items);
    }
}
