package dev.dryrun.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An extended statistics object of a relation: what `ANALYZE` is told to gather, not what it did.
///
/// Source: `pg_statistic_ext`.
///
/// @param name its qualified name; the schema may differ from its relation's
/// @param owner the owning role's name
/// @param kinds `ndistinct`, `dependencies`, `mcv`, `expressions`, sorted; the last where there are
///   expressions
/// @param columns in the order of the relation
/// @param expressions deparsed, to be put in parentheses each; NONE_KEPT when there are none;
///   LOCKED when they could not be read
/// @param statisticsTarget null for its columns' own
/// @param comment `COMMENT ON STATISTICS`; null when there is none
public record StatisticsObject(
        QualifiedName name,
        String owner,
        List<String> kinds,
        List<String> columns,
        Reading<List<String>> expressions,
        @Nullable Integer statisticsTarget,
        @Nullable String comment) {

    public StatisticsObject {
        kinds = kinds.stream().sorted().toList();
        columns = List.copyOf(columns);
        expressions = expressions.map(List::copyOf);
    }
}
