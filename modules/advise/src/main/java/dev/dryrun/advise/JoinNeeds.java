package dev.dryrun.advise;

import dev.dryrun.advise.Condition.Kind;
import dev.dryrun.advise.ExistingIndexes.Obstacle;
import dev.dryrun.model.Advice;
import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A join reads a whole table to find the partners of a few rows: an index of the join's columns
/// finds them.
///
/// @param context what else is known
record JoinNeeds(PlanContext context) implements PlanRule {

    private static final double ROWS_MIN = 10_000;
    private static final double FEW = 0.02;

    @Override
    public void look(Place place, List<Advice> found) {
        PlanNode join = place.node();
        if (!join.is("Hash Join", "Merge Join")) {
            return;
        }
        String type = String.valueOf(join.text("Join Type"));
        boolean either = type.equals("Inner");
        boolean inner = either || type.equals("Left") || type.equals("Semi") || type.equals("Anti");
        boolean outer = either || type.startsWith("Right");
        if (inner) {
            side(join, join.inner(), join.outer(), found);
        }
        if (outer) {
            side(join, join.outer(), join.inner(), found);
        }
    }

    private void side(
            PlanNode join, @Nullable PlanNode large, @Nullable PlanNode small, List<Advice> found) {
        PlanNode scan = large;
        while (scan != null && scan.is("Hash", "Sort", "Materialize", "Gather", "Gather Merge")) {
            scan = scan.outer();
        }
        if (scan == null || small == null || !scan.is("Seq Scan")) {
            return;
        }
        Table table = context.relations().table(scan.schema(), scan.relationName()).orElse(null);
        if (table == null || table.isPartition()) {
            return;
        }
        double read = rows(scan) + scan.allRemoved().orElse(0);
        double partners = rows(join);
        if (read < ROWS_MIN || partners > read * FEW || rows(small) > read * FEW) {
            return;
        }
        Need need = need(join, scan, table, read, partners);
        String message =
                "a join reads all "
                        + Figures.rows(read)
                        + " of "
                        + table.name().display()
                        + " to find "
                        + Figures.count(partners)
                        + " partners of "
                        + Figures.rows(rows(small))
                        + "";
        if (need.conditions().stream().anyMatch(it -> it.kind() == Kind.EQUAL) && isLacking(need)) {
            found.addAll(
                    context.indexes()
                            .of(
                                    need,
                                    new IndexAdvice.Cause(
                                            scan.title(),
                                            message,
                                            condition(join),
                                            Severity.WARNING)));
        }
    }

    /// A join that could have used an index and did not was weighed by the planner.
    private boolean isLacking(Need need) {
        return new IndexDesigner(need)
                .design()
                .flatMap(design -> new ExistingIndexes(context.expressions()).match(need, design))
                .map(match -> match.obstacle() != Obstacle.NONE)
                .orElse(true);
    }

    private Need need(PlanNode join, PlanNode scan, Table table, double read, double partners) {
        Node joined = context.expressions().expression(condition(join));
        Node filter = context.expressions().expression(scan.filter());
        List<Condition> conditions =
                new ArrayList<>(Conditions.of(joined, table, context.qualified(scan)));
        conditions.addAll(Conditions.of(filter, table, context.own(scan)));
        return new Need(
                context.relations().facts(table),
                conditions,
                List.of(),
                false,
                OptionalDouble.of(read),
                OptionalDouble.of(Math.min(1, partners / read)),
                context.columns(scan, table));
    }

    private static @Nullable String condition(PlanNode join) {
        String hash = join.text("Hash Cond");
        return hash == null ? join.text("Merge Cond") : hash;
    }

    private static double rows(PlanNode node) {
        return node.allRows().orElse(node.planRows().orElse(0));
    }
}
