package dev.dryrun.advise;

import dev.dryrun.advise.Condition.Kind;
import dev.dryrun.model.Advice;
import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.Node;
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
        Place join = place.parent();
        while (join != null && join.node().is("Materialize")) {
            join = join.parent();
        }
        if (join != null && join.node().is("Nested Loop")) {
            Node expression = context.expressions().expression(join.node().text("Join Filter"));
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
            scan.read += rows.getAsDouble() + node.allRemoved().orElse(0);
            scan.kept += rows.getAsDouble();
            return;
        }
        OptionalDouble all = node.is("Seq Scan") ? own.rows() : node.planRows();
        if (all.isEmpty() || node.planRows().isEmpty()) {
            scan.known = false;
            return;
        }
        scan.read += all.getAsDouble() * place.loops();
        scan.kept += node.planRows().getAsDouble() * place.loops();
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
        boolean joined = joinFiltered(scan);
        boolean wasteful = joined || dropped >= scan.read * REMOVED_SHARE_MIN;
        if (!scan.known
                || (joined ? scan.read : dropped) < least
                || !wasteful
                || scan.facts.rows().orElse(scan.read) < INNER_ROWS_MIN) {
            return;
        }
        double share = joined ? joinShare(scan) : scan.kept / scan.read;
        Need need =
                new Need(
                        scan.facts,
                        scan.conditions,
                        List.of(),
                        false,
                        OptionalDouble.of(scan.read),
                        OptionalDouble.of(share),
                        context.columns(node, scan.facts.table()));
        List<Advice> advice = context.indexes().of(need, cause(scan, joined, share));
        found.addAll(advice);
        if (advice.isEmpty() && joined) {
            found.add(nestedLoop(scan));
        }
    }

    /// The rows that the join drops were read for nothing, though the scan kept them.
    private static boolean joinFiltered(Scanned scan) {
        Place join = scan.place.parent();
        while (join != null && join.node().is("Materialize")) {
            join = join.parent();
        }
        return join != null
                && join.node().is("Nested Loop")
                && join.node().text("Join Filter") != null
                && scan.place.loops() * scan.facts.rows().orElse(0) >= READ_MIN
                && (isInner(scan.place) || scan.place.loops() > 1);
    }

    private static boolean isInner(Place place) {
        Place it = place;
        while (it.parent() != null && it.parent().node().is("Materialize")) {
            it = it.parent();
        }
        return "Inner".equals(it.node().parentRelationship());
    }

    private static double joinShare(Scanned scan) {
        Place join = scan.place.parent();
        while (join != null && join.node().is("Materialize")) {
            join = join.parent();
        }
        OptionalDouble rows =
                join == null
                        ? OptionalDouble.empty()
                        : join.node().allRows().isPresent()
                                ? join.node().allRows()
                                : join.node().planRows();
        return Math.min(1, rows.orElse(0) / scan.read);
    }

    private IndexAdvice.Cause cause(Scanned scan, boolean joined, double share) {
        PlanNode node = scan.place.node();
        boolean counted = node.allRows().isPresent();
        String reads =
                (counted ? "reads " : "will read ")
                        + Figures.count(scan.read)
                        + " rows of "
                        + scan.facts.table().name().display()
                        + (scan.scans > 1 ? " in " + scan.scans + " partitions" : "")
                        + (scan.place.loops() > 1 && !node.flag("Parallel Aware")
                                ? " in " + Figures.count(scan.place.loops()) + " loops"
                                : "")
                        + " to keep "
                        + (joined
                                ? Figures.share(share)
                                : Figures.count(scan.kept) + " (" + Figures.share(share) + ")");
        String join =
                scan.place.parent() == null ? null : scan.place.parent().node().text("Join Filter");
        return new IndexAdvice.Cause(
                node.title(), reads, joined ? join : condition(node), Severity.WARNING);
    }

    private static @Nullable String condition(PlanNode node) {
        return node.filter() == null ? node.indexCond() : node.filter();
    }

    private static Advice nestedLoop(Scanned scan) {
        PlanNode node = scan.place.node();
        return new Advice(
                AdviceRules.NESTED_LOOP,
                Severity.WARNING,
                node.title(),
                scan.facts.table().name(),
                "a nested loop goes through "
                        + scan.facts.table().name().display()
                        + " "
                        + Figures.count(scan.place.loops())
                        + " times, "
                        + Figures.count(scan.read)
                        + " rows in all",
                "join by an equality, so that a hash or an index can be used",
                scan.place.parent() == null ? null : scan.place.parent().node().text("Join Filter"),
                null,
                null);
    }
}
