package dev.dryrun.advise;

import dev.dryrun.model.Advice;
import dev.dryrun.model.Partitioning;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A query with conditions goes through every partition, because none of them is about the key.
///
/// @param context what else is known
record Pruning(PlanContext context) implements PlanRule {

    private static final int PARTITIONS_MIN = 4;
    private static final double ROWS_MIN = 10_000;

    @Override
    public void look(Place place, List<Advice> found) {
        PlanNode node = place.node();
        if (!node.is("Append", "Merge Append")) {
            return;
        }
        List<Table> scanned = new ArrayList<>();
        List<String> conditions = new ArrayList<>();
        for (PlanNode child : node.children()) {
            scan(child, scanned, conditions);
        }
        Set<QualifiedName> roots = new HashSet<>();
        scanned.forEach(table -> roots.add(context.relations().root(table).name()));
        if (scanned.size() < PARTITIONS_MIN || roots.size() != 1 || conditions.isEmpty()) {
            return;
        }
        Table root = context.relations().root(scanned.getFirst());
        int all = partitions(root.name());
        double rows =
                scanned.stream()
                        .mapToDouble(it -> context.relations().facts(it).rows().orElse(0))
                        .sum();
        Partitioning partitioning = root.partitioning();
        if (partitioning == null || rows < ROWS_MIN || all < PARTITIONS_MIN) {
            return;
        }
        boolean none = scanned.size() >= all && node.number("Subplans Removed").orElse(0) == 0;
        if (!none && scanned.size() * 2 <= all) {
            return;
        }
        found.add(
                advice(
                        node,
                        root,
                        partitioning.key().known().orElse("its key"),
                        scanned.size(),
                        all,
                        conditions));
    }

    private static Advice advice(
            PlanNode node, Table root, String key, int scanned, int all, List<String> conditions) {
        boolean none = scanned >= all;
        boolean named =
                conditions.stream()
                        .anyMatch(it ->
                                it.toLowerCase(Locale.ROOT).contains(key.toLowerCase(Locale.ROOT)));
        String what =
                none
                        ? "all " + all + " partitions are read"
                        : scanned + " of " + all + " partitions are read";
        return new Advice(
                AdviceRules.NOT_PRUNED,
                none ? Severity.WARNING : Severity.INFO,
                node.title(),
                root.name(),
                what
                        + (!none || named
                                ? ": the condition on the key (" + key + ") leaves out none of them"
                                : ": no condition is about the key (" + key + ")"),
                named
                        ? "compare the bare key with constants: no function, no cast, no expression"
                        : "add a condition on " + key + ", as narrow as may be",
                conditions.getFirst(),
                null,
                null);
    }

    private void scan(PlanNode node, List<Table> scanned, List<String> conditions) {
        context.relations()
                .table(node.schema(), node.relationName())
                .filter(Table::isPartition)
                .ifPresent(scanned::add);
        for (String property : List.of("Filter", "Index Cond", "Recheck Cond")) {
            String condition = node.text(property);
            if (condition != null) {
                conditions.add(condition);
            }
        }
        if (node.relationName() == null) {
            node.children().forEach(child -> scan(child, scanned, conditions));
        }
    }

    private int partitions(QualifiedName root) {
        int[] count = {0};
        context.relations()
                .catalog()
                .forEachTable(table -> {
                    if (!table.isPartitioned()
                            && table.isPartition()
                            && context.relations().root(table).name().equals(root)) {
                        count[0]++;
                    }
                });
        return count[0];
    }
}
