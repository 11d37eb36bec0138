package dev.dryrun.report;

import dev.dryrun.model.FigureChange;
import dev.dryrun.model.FigureDelta;
import java.util.List;

/// What differs between two snapshots of figures.
///
/// @param from before
/// @param to after
/// @param delta what differs
/// @param leastPercent figures that moved less are not shown in text and Markdown
public record FigureDiffReport(DiffSide from, DiffSide to, FigureDelta delta, double leastPercent) {

    /// {@return the figures that moved enough to be shown}
    List<FigureChange> movers() {
        return delta.figures().stream().filter(this::moved).toList();
    }

    /// {@return the figures of partitioned tables that moved enough to be shown}
    List<FigureDelta.RolledUp> rolledUp() {
        return delta.rolledUp().stream().filter(one -> moved(one.figure())).toList();
    }

    private boolean moved(FigureChange figure) {
        return figure.percent().map(percent -> Math.abs(percent) >= leastPercent).orElse(true);
    }

    /// {@return the kind of stream: `planner` or `activity`}
    String kind() {
        return from.stream().split(":", 2)[0];
    }
}
