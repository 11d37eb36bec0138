package dev.dryrun.advise;

import dev.dryrun.model.Advice;
import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.SortBy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// A LIMIT sorts all rows of a table to show the first few: an index in that order gives just
/// those.
///
/// @param context what else is known
record OrderedNeeds(PlanContext context) implements PlanRule {

    private static final double ROWS_MIN = 10_000;
    private static final double FACTOR_MIN = 10;

    @Override
    public void look(Place place, List<Advice> found) {
        PlanNode node = place.node();
        Place above = skipped(place.parent(), "Gather", "Gather Merge");
        boolean limited = above != null && above.node().is("Limit");
        if (!node.is("Sort", "Incremental Sort") || !limited || above == null) {
            return;
        }
        PlanNode scan = node.outer();
        while (scan != null && scan.is("Gather", "Gather Merge", "Sort")) {
            scan = scan.outer();
        }
        if (scan == null || !scan.is("Seq Scan") || scan.filter() != null) {
            return;
        }
        double rows = scan.allRows().orElse(scan.planRows().orElse(0));
        double shown = above.node().allRows().orElse(above.node().planRows().orElse(rows));
        Table table = context.relations().table(scan.schema(), scan.relationName()).orElse(null);
        if (table == null || rows < ROWS_MIN || rows < shown * FACTOR_MIN) {
            return;
        }
        List<SortColumn> sort = sort(node, scan, table, context);
        if (sort.isEmpty()) {
            return;
        }
        Need need =
                new Need(
                        context.relations().facts(context.relations().root(table)),
                        List.of(),
                        sort,
                        true,
                        OptionalDouble.of(rows),
                        OptionalDouble.empty(),
                        context.columns(scan, table));
        String message =
                "sorts "
                        + Figures.rows(rows)
                        + " of "
                        + table.name().display()
                        + " to show the first "
                        + Figures.count(shown);
        found.addAll(
                context.indexes()
                        .of(
                                need,
                                new IndexAdvice.Cause(
                                        node.title(), message, detail(node), Severity.WARNING)));
    }

    private static @Nullable String detail(PlanNode node) {
        return node.sortKey().isEmpty() ? null : String.join(", ", node.sortKey());
    }

    /// {@return the order that a scan's rows are brought into for a LIMIT; empty when they are not}
    static List<SortColumn> above(Place scan, Table table, PlanContext context) {
        Place sort = skipped(scan.parent(), "Gather", "Gather Merge");
        if (sort == null) {
            return List.of();
        }
        Place limit = skipped(sort.parent(), "Gather", "Gather Merge");
        return limit == null || !limit.node().is("Limit") || !sort.node().is("Sort")
                ? List.of()
                : sort(sort.node(), scan.node(), table, context);
    }

    private static @Nullable Place skipped(@Nullable Place from, String... types) {
        Place place = from;
        while (place != null && place.node().is(types)) {
            place = place.parent();
        }
        return place;
    }

    private static List<SortColumn> sort(
            PlanNode node, PlanNode scan, Table table, PlanContext context) {
        List<SortColumn> columns = new ArrayList<>();
        for (String key : node.sortKey()) {
            SortBy by = context.expressions().sortKey(key);
            SortColumn column = by == null ? null : SortKeys.column(by, table, context.own(scan));
            if (column == null) {
                return List.of();
            }
            columns.add(column);
        }
        return columns;
    }
}
