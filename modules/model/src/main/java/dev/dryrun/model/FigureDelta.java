package dev.dryrun.model;

import java.util.List;

/// What differs between two snapshots of figures: the planner's, or one node's activity.
///
/// @param figures those that are other than they were, by object, part and metric
/// @param facts what else differs: settings, roles, tablespaces
/// @param otherwise how many objects differ in what is no figure: histograms, times, states of the
///   server
/// @param caveats what to keep in mind, most important first
public record FigureDelta(
        List<FigureChange> figures, SchemaDelta facts, int otherwise, List<DiffCaveat> caveats) {

    public FigureDelta {
        figures = List.copyOf(figures);
        caveats = List.copyOf(caveats);
    }

    /// {@return whether both snapshots are equal}
    public boolean isEmpty() {
        return figures.isEmpty() && facts.isEmpty() && otherwise == 0;
    }
}
