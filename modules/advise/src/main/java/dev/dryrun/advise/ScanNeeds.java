package dev.dryrun.advise;

import dev.dryrun.advise.Condition.Kind;
import dev.dryrun.model.Advice;
import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Collects what the scans of a plan read and drop, the partitions of one table together, and
/// advises indexes for those that read much to keep little.
final class ScanNeeds implements PlanRule {

    private static final double READ_MIN = 10_000;
    private static final double REMOVED_BY_INDEX_MIN = 1_000;
    private static final double REMOVED_SHARE_MIN = 0.9;
    private static final double INNER_ROWS_MIN = 100;

    private final PlanContext context;
    private final Map<String, Scanned> scanned = new LinkedHashMap<>();

    /// The scans of one table by the same conditions.
    private static final class Scanned {
        private final Place place;
        private final TableFacts facts;
        private final List<Condition> conditions;
        private double read;
        private double kept;
        private boolean known = true;
        private int scans;

        Scanned(Place place, TableFacts facts, List<Condition> conditions) {
            this.place = place;
            this.facts = facts;
            this.conditions = conditions;
        }
    }

    ScanNeeds(PlanContext context) {
        this.context = context;
    }

    @Override
    public void look(Place place, List<Advice> found) {
        PlanNode node = place.node();
        boolean sequential = node.is("Seq Scan");
        if (!sequential && !node.is("Index Scan", "Bitmap Heap Scan")) {
            return;
        }
        Table table = context.relations().table(node.schema(), node.relationName()).orElse(null);
        if (table == null) {
            return;
        }
        Table root = context.relations().root(table);
        List<Condition> conditions = conditions(place, root);
        if (conditions.isEmpty()) {
            return;
        }
        String signature =
                root.name()
                        + (sequential ? " all " : " some ")
                        + conditions.stream()
                                .map(it -> it.column() + it.kind() + it.operator() + it.literal())
                                .collect(Collectors.joining(","));
        Scanned scan =
                scanned.computeIfAbsent(
                        signature,
                        _ -> new Scanned(place, context.relations().facts(root), conditions));
        count(place, context.relations().facts(table), scan);
    }

    private List<Condition> conditions(Place place, Table table) {
        PlanNode node = place.node();
        Predicate<List<String>> own = context.own(node);
        List<Condition> conditions = new ArrayList<>();
        for (String property : List.of("Index Cond", "Recheck Cond", "Filter")) {
            Node expression = context.expressions().expression(node.text(property));
            conditions.addAll(Conditions.of(expression, table, own));
        }
        PlanNode loop = loop(place);
        if (loop != null) {
            Node expression = context.expressions().expression(loop.text("Join Filter"));
            List<Condition> joined = Conditions.of(expression, table, context.qualified(node));
            joined.removeIf(condition -> condition.kind() == Kind.OTHER);
            conditions.addAll(joined);
        }
        return conditions;
    }

    private static void count(Place place, TableFacts own, Scanned scan) {
        PlanNode node = place.node();
        OptionalDouble rows = node.allRows();
        scan.scans++;
        if (rows.isPresent()) {
            double again = loop(place) == null ? 0 : repeated(place) - rows.getAsDouble();
            scan.read += rows.getAsDouble() + node.allRemoved().orElse(0) + Math.max(0, again);
            scan.kept += rows.getAsDouble();
            return;
        }
        OptionalDouble all = node.is("Seq Scan") ? own.rows() : node.planRows();
        if (all.isEmpty() || node.planRows().isEmpty()) {
            scan.known = false;
            return;
        }
        double part = place.loops() * place.limited();
        scan.read += all.getAsDouble() * part;
        scan.kept += node.planRows().getAsDouble() * place.processes() * part;
    }

    @Override
    public void end(List<Advice> found) {
        scanned.values().forEach(scan -> advise(scan, found));
    }

    private void advise(Scanned scan, List<Advice> found) {
        PlanNode node = scan.place.node();
        boolean sequential = node.is("Seq Scan");
        double dropped = scan.read - scan.kept;
        double least = sequential ? READ_MIN : REMOVED_BY_INDEX_MIN;
        PlanNode loop = loop(scan.place);
        boolean joined = loop != null && scan.read >= READ_MIN;
        boolean wasteful = joined || dropped >= scan.read * REMOVED_SHARE_MIN;
        if (!scan.known
                || (joined ? scan.read : dropped) < least
                || !wasteful
                || scan.facts.rows().orElse(scan.read) < INNER_ROWS_MIN) {
            return;
        }
        double share = joined && loop != null ? joinShare(scan, loop) : scan.kept / scan.read;
        List<SortColumn> sort = OrderedNeeds.above(scan.place, scan.facts.table(), context);
        Need need =
                new Need(
                        scan.facts,
                        scan.conditions,
                        sort,
                        !sort.isEmpty(),
                        OptionalDouble.of(scan.read),
                        OptionalDouble.of(share),
                        context.columns(node, scan.facts.table()));
        List<Advice> advice = context.indexes().of(need, cause(scan, joined ? loop : null, share));
        found.addAll(advice);
        if (advice.isEmpty() && joined && loop != null) {
            found.add(nestedLoop(scan, loop));
        }
    }

    /// {@return the nested loop whose inner side a node is, materialised or not, where a condition
    /// of the loop drops rows that the scan kept; null when there is none}
    private static @Nullable PlanNode loop(Place place) {
        Place child = child(place);
        PlanNode loop = child.parent() == null ? null : child.parent().node();
        return loop != null
                        && loop.is("Nested Loop")
                        && loop.text("Join Filter") != null
                        && "Inner".equals(child.node().parentRelationship())
                ? loop
                : null;
    }

    /// {@return the node, or what keeps its rows for a join}
    private static Place child(Place place) {
        Place parent = place.parent();
        return parent != null && parent.node().is("Materialize") ? child(parent) : place;
    }

    /// {@return how many rows a loop was given, those that were kept for it counted each time}
    private static double repeated(Place place) {
        return child(place).node().allRows().orElse(0);
    }

    private static double times(Place place) {
        Place child = child(place);
        return child.node().actualLoops().orElse(child.loops());
    }

    private static double joinShare(Scanned scan, PlanNode loop) {
        double rows = loop.allRows().orElse(loop.planRows().orElse(0));
        return Math.min(1, rows / scan.read);
    }

    private static IndexAdvice.Cause cause(Scanned scan, @Nullable PlanNode loop, double share) {
        PlanNode node = scan.place.node();
        boolean counted = node.allRows().isPresent();
        double times = node.flag("Parallel Aware") ? 1 : times(scan.place);
        double kept = loop == null ? scan.kept : scan.read * share;
        String message =
                (counted ? "reads " : "will read ")
                        + Figures.rows(scan.read)
                        + " of "
                        + scan.facts.table().name().display()
                        + (scan.scans > 1 ? " in " + scan.scans + " partitions" : "")
                        + (times > 1 ? " in " + Figures.count(times) + " loops" : "")
                        + " to keep "
                        + Figures.count(kept)
                        + " ("
                        + Figures.share(share)
                        + ")";
        return new IndexAdvice.Cause(
                node.title(),
                message,
                loop == null ? condition(node) : loop.text("Join Filter"),
                Severity.WARNING);
    }

    private static @Nullable String condition(PlanNode node) {
        return node.filter() == null ? node.indexCond() : node.filter();
    }

    private static Advice nestedLoop(Scanned scan, PlanNode loop) {
        return new Advice(
                AdviceRules.NESTED_LOOP,
                Severity.WARNING,
                scan.place.node().title(),
                scan.facts.table().name(),
                "a nested loop goes through "
                        + scan.facts.table().name().display()
                        + " "
                        + Figures.times(times(scan.place))
                        + ", "
                        + Figures.rows(scan.read)
                        + " in all",
                "join by an equality, so that a hash or an index can be used",
                loop.text("Join Filter"),
                null,
                null);
    }
}
