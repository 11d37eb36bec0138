package dev.dryrun.query.pattern;

import dev.dryrun.model.Relation;
import dev.dryrun.model.Severity;
import dev.dryrun.pgquery.tree.MergeStmt;
import dev.dryrun.pgquery.tree.RangeSubselect;
import dev.dryrun.pgquery.tree.SelectStmt;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Items of FROM that no condition joins.
final class CartesianJoin implements PatternRule {

    @Override
    public QueryRule rule() {
        return PatternRule.named(
                "cartesian_join", Severity.WARNING, "join every table of FROM to the others");
    }

    @Override
    public void check(StatementView statement, Sink sink) {
        for (Level level : statement.shape().levels()) {
            if (level.sources().size() < 2 || level.node() instanceof MergeStmt) {
                continue;
            }
            if (level.sources().stream().anyMatch(source -> source.item() == null)
                    || hasUnknown(level, statement)) {
                continue;
            }
            List<Set<FromItem>> groups = JoinGroups.of(level, statement);
            List<Source> apart = new ArrayList<>();
            for (Set<FromItem> group : groups) {
                Source heaviest = heaviest(level, group, statement);
                if (heaviest != null) {
                    apart.add(heaviest);
                }
            }
            if (apart.size() > 1) {
                Source second = apart.get(1);
                sink.warn(
                        place(second),
                        message(apart.getFirst(), second, statement),
                        "add the condition that joins them, or write CROSS JOIN where it is meant");
            }
        }
    }

    /// A reference that could not be resolved may be what joins.
    private static boolean hasUnknown(Level level, StatementView statement) {
        return level.conditions().stream()
                .flatMap(condition -> condition.references().stream())
                .anyMatch(reference ->
                        Stars.isStar(reference)
                                || statement.meanings().columns(reference).isEmpty());
    }

    /// {@return what makes the rows of a group many; null when nothing does}
    private static @Nullable Source heaviest(
            Level level, Set<FromItem> group, StatementView statement) {
        Source heaviest = null;
        long most = -1;
        for (Source source : level.sources()) {
            FromItem item = source.item();
            if (item == null || !group.contains(item)) {
                continue;
            }
            if (OneRow.is(source, level, statement)) {
                return null;
            }
            long rows = rows(source, statement).orElse(0);
            if (rows > most && isTable(source)) {
                heaviest = source;
                most = rows;
            }
        }
        return heaviest;
    }

    /// Functions and lists of values are there to multiply rows.
    private static boolean isTable(Source source) {
        return source.isNamed() || source.node() instanceof RangeSubselect;
    }

    private static int place(Source source) {
        if (source.isNamed()) {
            return source.node().location();
        }
        return source.node() instanceof RangeSubselect part
                        && part.alias() != null
                        && part.subquery() instanceof SelectStmt select
                        && !select.targetList().isEmpty()
                ? select.targetList().getFirst().location()
                : -1;
    }

    private static OptionalLong rows(Source source, StatementView statement) {
        Relation relation = source.relation();
        return relation == null || !StatementView.isStored(relation)
                ? OptionalLong.empty()
                : statement.figures().rows(relation);
    }

    private static String message(Source one, Source other, StatementView statement) {
        OptionalLong first = rows(one, statement);
        OptionalLong second = rows(other, statement);
        String product =
                first.isPresent() && second.isPresent()
                        ? ": up to "
                                + Words.number((double) first.getAsLong() * second.getAsLong())
                                + " rows"
                        : "";
        return "nothing joins %s and %s, so each row of one meets each of the other%s"
                .formatted(name(one, first), name(other, second), product);
    }

    private static String name(Source source, OptionalLong rows) {
        FromItem item = source.item();
        Relation relation = source.relation();
        if (relation == null) {
            String name = item == null ? null : item.name();
            return name == null || name.isEmpty() ? "a subquery" : name;
        }
        return StatementView.isStored(relation)
                ? Words.withRows(relation, rows)
                : Words.name(relation);
    }
}
