package dev.dryrun.ddl;

import dev.dryrun.ddl.Steps.IndexPart;
import dev.dryrun.ddl.Steps.Step;
import dev.dryrun.model.QualifiedName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Sorts the statements that make indexes. A partitioned index adopts an index of each partition
/// that is like it and belongs to no other: so its parts come right before it, and what looks like
/// a part and is none comes last.
final class IndexOrder {

    private final Map<QualifiedName, Step> statements = new LinkedHashMap<>();
    private final Map<QualifiedName, IndexPart> indexes = new LinkedHashMap<>();
    private final Map<QualifiedName, List<QualifiedName>> children = new LinkedHashMap<>();
    private final Set<QualifiedName> done = new HashSet<>();
    private final List<String> sorted = new ArrayList<>();

    IndexOrder(Collection<Part> parts) {
        for (Part part : parts) {
            for (Step step : part.steps().all()) {
                if (step.index() != null) {
                    statements.put(step.index(), step);
                }
            }
            for (IndexPart index : part.steps().indexes()) {
                indexes.put(index.name(), index);
                if (index.parent() != null) {
                    children.computeIfAbsent(index.parent(), _ -> new ArrayList<>())
                            .add(index.name());
                }
            }
        }
    }

    /// {@return the statements, those that attach parts to an incomplete index at the end}
    List<String> sorted() {
        for (IndexPart index : indexes.values()) {
            if (index.parent() == null && children.containsKey(index.name())) {
                add(index.name());
            }
        }
        statements.keySet().forEach(this::add);
        for (IndexPart index : indexes.values()) {
            QualifiedName parent = index.parent();
            IndexPart whole = parent == null ? null : indexes.get(parent);
            if (whole != null && !whole.valid()) {
                sorted.add(IndexDdl.attach(whole.name(), index.name()));
            }
        }
        return sorted;
    }

    private void add(QualifiedName index) {
        if (done.add(index)) {
            children.getOrDefault(index, List.of()).forEach(this::add);
            Step statement = statements.get(index);
            if (statement != null) {
                sorted.add(statement.sql());
            }
        }
    }
}
