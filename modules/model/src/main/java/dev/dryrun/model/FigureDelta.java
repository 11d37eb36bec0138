package dev.dryrun.model;

import java.util.List;

/// What differs between two snapshots of figures: the planner's, or one node's activity.
///
/// @param figures those that are other than they were, by object, part and metric
/// @param rolledUp of activity, the figures of partitioned tables: those of their partitions
///   together
/// @param facts what else differs: settings, roles, tablespaces
/// @param otherwise how many objects differ in what is no figure: histograms, times, states of the
///   server
/// @param caveats what to keep in mind, most important first
public record FigureDelta(
        List<FigureChange> figures,
        List<RolledUp> rolledUp,
        SchemaDelta facts,
        int otherwise,
        List<DiffCaveat> caveats) {

    public FigureDelta {
        figures = List.copyOf(figures);
        rolledUp = List.copyOf(rolledUp);
        caveats = List.copyOf(caveats);
    }

    /// A figure of a partitioned table: the sum over its partitions, however deep.
    ///
    /// @param figure about the topmost table
    /// @param partitions how many were summed; one that came in between counts from nothing
    /// @param leftOut how many were not: their counters began anew in between
    public record RolledUp(FigureChange figure, int partitions, int leftOut) {}

    /// {@return the same with figures of partitioned tables}
    ///
    /// @param rolledUp as above
    public FigureDelta with(List<RolledUp> rolledUp) {
        return new FigureDelta(figures, rolledUp, facts, otherwise, caveats);
    }

    /// {@return whether both snapshots are equal}
    public boolean isEmpty() {
        return figures.isEmpty() && facts.isEmpty() && otherwise == 0;
    }
}
