package dev.dryrun.query.pattern;

import dev.dryrun.catalog.Catalog;
import dev.dryrun.model.ColumnStatistics;
import dev.dryrun.model.QualifiedName;
import dev.dryrun.model.Relation;
import dev.dryrun.model.Table;
import dev.dryrun.model.TableStatistics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// How large tables are: what was captured of them, read when it is asked for and remembered. Not
/// safe for concurrent calls, as the catalog is not.
final class Figures {

    private final Catalog catalog;
    private final Map<QualifiedName, Optional<TableStatistics>> statistics = new Remembered<>();
    private final Map<QualifiedName, List<Table>> partitions = new HashMap<>();
    private final Map<QualifiedName, OptionalLong> rows = new HashMap<>();

    Figures(Catalog catalog) {
        this.catalog = catalog;
    }

    /// {@return how many rows the planner takes a relation to have, those of partitions included;
    /// empty when that is not known of each}
    OptionalLong rows(Relation relation) {
        OptionalLong known = rows.get(relation.name());
        if (known == null) {
            known = countedRows(relation);
            rows.put(relation.name(), known);
        }
        return known;
    }

    private OptionalLong countedRows(Relation relation) {
        if (!(relation instanceof Table table) || !table.isPartitioned()) {
            return statistics(relation.name())
                    .flatMap(found -> found.reltuples().known())
                    .map(count -> OptionalLong.of(Math.round(count)))
                    .orElse(OptionalLong.empty());
        }
        long sum = 0;
        for (Table leaf : leaves(table)) {
            OptionalLong its = rows(leaf);
            if (its.isEmpty()) {
                return its;
            }
            sum += its.getAsLong();
        }
        return OptionalLong.of(sum);
    }

    /// {@return the size of a relation with its TOAST data, that of partitions included; empty when
    /// that is not known of each}
    OptionalLong bytes(Relation relation) {
        if (relation instanceof Table table && table.isPartitioned()) {
            long sum = 0;
            for (Table leaf : leaves(table)) {
                OptionalLong its = bytes(leaf);
                if (its.isEmpty()) {
                    return its;
                }
                sum += its.getAsLong();
            }
            return OptionalLong.of(sum);
        }
        Optional<TableStatistics> found = statistics(relation.name());
        Optional<Long> heap = found.flatMap(its -> its.tableSizeBytes().known());
        Optional<Long> toast = found.flatMap(its -> its.toastSizeBytes().known());
        return heap.isPresent() && toast.isPresent()
                ? OptionalLong.of(heap.get() + toast.get())
                : OptionalLong.empty();
    }

    /// {@return the statistics of a column, with those of its partitions where it has any; empty
    /// when there are none}
    Optional<ColumnStatistics> column(Relation relation, String column) {
        ColumnStatistics best = null;
        for (ColumnStatistics candidate :
                statistics(relation.name()).map(TableStatistics::columns).orElse(List.of())) {
            if (candidate.column().equals(column)) {
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /// {@return the tables that hold the rows of a partitioned one}
    List<Table> leaves(Table parent) {
        List<Table> known = partitions.get(parent.name());
        if (known == null) {
            known = new ArrayList<>();
            for (QualifiedName name : catalog.partitions(parent.name())) {
                Table part = catalog.table(name).orElse(null);
                if (part != null && part.isPartitioned()) {
                    known.addAll(leaves(part));
                } else if (part != null) {
                    known.add(part);
                }
            }
            partitions.put(parent.name(), known);
        }
        return known;
    }

    private Optional<TableStatistics> statistics(QualifiedName relation) {
        return statistics.computeIfAbsent(relation, catalog::statistics);
    }

    /// The tables that were asked for last.
    private static final class Remembered<V> extends LinkedHashMap<QualifiedName, V> {
        private static final long serialVersionUID = 1L;
        private static final int MOST = 200;

        Remembered() {
            super(MOST, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<QualifiedName, V> eldest) {
            return size() > MOST;
        }
    }
}
