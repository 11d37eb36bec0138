package dev.dryrun.advise;

import dev.dryrun.model.Advice;
import java.util.List;

/// Looks for one ill in a plan. Made anew for each plan.
interface PlanRule {

    /// Looks at a node; parents come first.
    ///
    /// @param place where it stands
    /// @param found where to put what is found
    void look(Place place, List<Advice> found);

    /// Has seen all nodes.
    ///
    /// @param found where to put what is found
    default void end(List<Advice> found) {}
}
