package dev.dryrun.pgquery.tree;

/// Sees the nodes of a tree, parents first, in the order of the grammar's fields.
@FunctionalInterface
public interface NodeVisitor {

    /// Comes to a node.
    ///
    /// @param node the node
    /// @return whether to go into its children
    boolean enter(Node node);

    /// Has seen a node and all that is below it.
    ///
    /// @param node one that [#enter] was called with, whatever it answered
    default void leave(Node node) {}
}
