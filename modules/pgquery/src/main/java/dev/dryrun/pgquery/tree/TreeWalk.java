package dev.dryrun.pgquery.tree;

import java.util.ArrayDeque;
import java.util.Deque;

/// Goes through a tree without recursing.
final class TreeWalk {

    private TreeWalk() {}

    /// @param seen whether all below the node was shown
    private record Step(Node node, boolean seen) {}

    static void walk(Node root, NodeVisitor visitor) {
        Deque<Step> steps = new ArrayDeque<>();
        steps.push(new Step(root, false));
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            if (step.seen) {
                visitor.leave(step.node);
                continue;
            }
            steps.push(new Step(step.node, true));
            if (visitor.enter(step.node)) {
                for (Node child : step.node.children().reversed()) {
                    steps.push(new Step(child, false));
                }
            }
        }
    }
}
