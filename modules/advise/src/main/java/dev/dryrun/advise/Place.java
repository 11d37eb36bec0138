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
        for (Place place = this; place != null; place = place.parent()) {
            if ("SubPlan".equals(place.node().parentRelationship())) {
                return true;
            }
            PlanNode above = place.parent() == null ? null : place.parent().node();
            String join = above == null ? "" : String.valueOf(above.text("Join Type"));
            if (above != null
                    && (above.is("Limit", "Merge Join")
                            || join.contains("Semi")
                            || join.contains("Anti"))) {
                return true;
            }
        }
        return false;
    }

    /// {@return the share of its rows that a LIMIT right above is expected to ask for: 1 without
    /// one}
    double limited() {
        Place above = parent;
        while (above != null && above.node().is("Gather", "Append")) {
            above = above.parent();
        }
        if (above == null || !above.node().is("Limit")) {
            return 1;
        }
        double rows = Math.max(1, node.planRows().orElse(1));
        return Math.min(1, above.node().planRows().orElse(rows) / rows);
    }

    /// {@return how many processes share the rows that are expected of a parallel node, as the
    /// planner reckons: the leader helps the less, the more workers there are}
    double processes() {
        Place above = parent;
        while (above != null && !above.node().is("Gather", "Gather Merge")) {
            above = above.parent();
        }
        if (above == null || !node.flag("Parallel Aware")) {
            return 1;
        }
        double workers = above.node().number("Workers Planned").orElse(0);
        return workers + Math.max(0, 1 - 0.3 * workers);
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
