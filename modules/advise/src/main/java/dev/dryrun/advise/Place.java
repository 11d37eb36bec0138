package dev.dryrun.advise;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A node where it stands in its plan.
///
/// @param node the node
/// @param parent the node above; null for the root
/// @param plan the whole
record Place(PlanNode node, @Nullable Place parent, Plan plan) {

    /// {@return whether what is above may stop this node before its last row}
    boolean mayStopEarly() {
        for (Place place = parent; place != null; place = place.parent()) {
            String join = String.valueOf(place.node().text("Join Type"));
            if (place.node().is("Limit", "Merge Join")
                    || join.contains("Semi")
                    || join.contains("Anti")
                    || "SubPlan".equals(node.parentRelationship())) {
                return true;
            }
        }
        return false;
    }

    /// {@return how often it runs: as counted, else as expected; at least once}
    double loops() {
        OptionalDouble counted = node.actualLoops();
        if (counted.isPresent()) {
            return counted.getAsDouble();
        }
        Place child = this;
        Place above = parent;
        while (above != null && above.node().is("Materialize", "Memoize", "Sort", "Hash")) {
            child = above;
            above = above.parent();
        }
        PlanNode outer = above == null ? null : above.node().outer();
        boolean inner = "Inner".equals(child.node().parentRelationship());
        return above != null && above.node().is("Nested Loop") && inner && outer != null
                ? Math.max(1, outer.planRows().orElse(1))
                : 1;
    }
}
