package dev.dryrun.diff;

import dev.dryrun.history.SnapshotReader;
import dev.dryrun.json.DocumentJson;
import dev.dryrun.model.FigureChange;
import dev.dryrun.model.FigureDelta;
import dev.dryrun.model.FigureDelta.RolledUp;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Adds the activity of partitions up: a partitioned table has none of its own, and what people ask
/// about is the table.
///
/// @param before the activity before
/// @param after the activity after
/// @param schemaBefore the schema that was there then
/// @param schemaAfter the schema that is there now
public record PartitionRollUp(
        SnapshotReader before,
        SnapshotReader after,
        SnapshotReader schemaBefore,
        SnapshotReader schemaAfter) {

    /// {@return the delta with the figures of partitioned tables of which a partition moved}
    ///
    /// Reads all tables' definitions where one that moved is a partition.
    ///
    /// @param delta between the activities
    public FigureDelta rolledUp(FigureDelta delta) {
        SortedSet<QualifiedName> moved = new TreeSet<>();
        delta.figures().forEach(figure -> moved.add(figure.about().name()));
        if (moved.stream().noneMatch(this::isPartition)) {
            return delta;
        }
        Map<QualifiedName, SortedSet<QualifiedName>> then = leaves(schemaBefore);
        Map<QualifiedName, SortedSet<QualifiedName>> now =
                schemaBefore.snapshot().hash().equals(schemaAfter.snapshot().hash())
                        ? then
                        : leaves(schemaAfter);
        List<RolledUp> all = new ArrayList<>();
        new TreeMap<>(now)
                .forEach((root, leaves) -> {
                    if (leaves.stream().anyMatch(leaf -> moved.contains(leaf))) {
                        all.addAll(sums(root, then.getOrDefault(root, new TreeSet<>()), leaves));
                    }
                });
        return delta.with(all);
    }

    private boolean isPartition(QualifiedName table) {
        return schemaAfter
                .document(new ObjectRef(ObjectKind.TABLE, table))
                .filter(found -> found instanceof Table one && one.partitionOf() != null)
                .isPresent();
    }

    /// {@return the tables that hold rows, by the topmost table that they are part of}
    private static Map<QualifiedName, SortedSet<QualifiedName>> leaves(SnapshotReader schema) {
        Map<QualifiedName, QualifiedName> parents = new HashMap<>();
        schema.forEach(
                ObjectKind.TABLE,
                document -> {
                    if (document instanceof Table table && table.partitionOf() != null) {
                        parents.put(table.name(), table.partitionOf().parent());
                    }
                });
        Map<QualifiedName, SortedSet<QualifiedName>> leaves = new HashMap<>();
        for (QualifiedName table : parents.keySet()) {
            QualifiedName root = table;
            for (QualifiedName up = parents.get(root); up != null; up = parents.get(root)) {
                root = up;
            }
            if (!parents.containsValue(table)) {
                leaves.computeIfAbsent(root, _ -> new TreeSet<>()).add(table);
            }
        }
        return leaves;
    }

    /// One that came in between counted from nothing; one that went is in neither sum.
    private List<RolledUp> sums(
            QualifiedName root, Set<QualifiedName> then, Set<QualifiedName> now) {
        Map<String, Sum> sums = new TreeMap<>();
        Set<String> metrics = new LinkedHashSet<>();
        for (QualifiedName leaf : now) {
            Map<Figures.Place, Double> ones = figures(before, leaf);
            Map<Figures.Place, Double> others = figures(after, leaf);
            for (Map.Entry<Figures.Place, Double> entry : others.entrySet()) {
                String metric = entry.getKey().metric();
                Double was = then.contains(leaf) ? ones.get(entry.getKey()) : Double.valueOf(0);
                if (entry.getKey().part() == null) {
                    metrics.add(metric);
                    sums.computeIfAbsent(metric, _ -> new Sum())
                            .add(was, entry.getValue(), FigureDiff.isCounter(metric));
                }
            }
        }
        ObjectRef about = new ObjectRef(ObjectKind.TABLE, root);
        return metrics.stream()
                .map(metric -> Objects.requireNonNull(sums.get(metric)).of(about, metric))
                .filter(one -> !Objects.equals(one.figure().before(), one.figure().after()))
                .toList();
    }

    private static Map<Figures.Place, Double> figures(SnapshotReader reader, QualifiedName leaf) {
        return reader.document(new ObjectRef(ObjectKind.TABLE, leaf))
                .map(document -> Figures.of(DocumentJson.toJson(document)).values())
                .orElseGet(Map::of);
    }

    /// The figures of several partitions.
    private static final class Sum {
        private double before;
        private double after;
        private int partitions;
        private int leftOut;

        void add(@Nullable Double was, double is, boolean counter) {
            if (was == null || (counter && is < was)) {
                leftOut++;
            } else {
                before += was;
                after += is;
                partitions++;
            }
        }

        RolledUp of(ObjectRef about, String metric) {
            return new RolledUp(
                    new FigureChange(
                            about, null, metric, before, after, FigureDiff.isCounter(metric)),
                    partitions,
                    leftOut);
        }
    }
}
