package dev.dryrun.advise;

import dev.dryrun.advise.Condition.Kind;
import dev.dryrun.model.Advice;
import dev.dryrun.model.Severity;
import dev.dryrun.model.Table;
import dev.dryrun.pgquery.tree.Alias;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.DeleteStmt;
import dev.dryrun.pgquery.tree.JoinExpr;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.RangeVar;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.SortBy;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.UpdateStmt;
import dev.dryrun.query.ReadStatement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Finds in a query's own structure what it wants of its tables, and advises the indexes that they
/// lack.
///
/// Relations are what `check query` finds them to be. Columns are taken for what they are in the
/// simple case: one that is qualified by the name of a table in the same FROM, or that one of them
/// alone has. What is not that simple is left alone.
///
/// @param relations what was captured
/// @param indexes advises indexes
record QueryNeeds(Relations relations, IndexAdvice indexes) {

    private static final double ROWS_MIN = 10_000;
    private static final double JOINED_SHARE = 0.1;

    /// A table in a FROM.
    ///
    /// @param alias what the query calls it
    /// @param facts what was captured of it
    private record Source(String alias, TableFacts facts) {}

    /// One level of a query.
    ///
    /// @param from the items of its FROM, and what it writes to
    /// @param where its WHERE; null for none
    /// @param order its ORDER BY
    /// @param limited whether it has a LIMIT
    private record Level(
            List<Node> from, @Nullable Node where, List<SortBy> order, boolean limited) {}

    /// {@return what is advised about a statement}
    List<Advice> of(ReadStatement statement) {
        List<Advice> found = new ArrayList<>();
        Node tree = statement.tree();
        if (tree != null) {
            tree.walk(node -> {
                Level level = level(node);
                if (level != null) {
                    level(level, statement, tree, found);
                }
                return true;
            });
        }
        return found;
    }

    private static @Nullable Level level(Node query) {
        return switch (query) {
            case SelectStmt select ->
                    new Level(
                            select.fromClause(),
                            select.whereClause(),
                            select.sortClause(),
                            select.limitCount() != null);
            case UpdateStmt update ->
                    written(update.fromClause(), update.relation(), update.whereClause());
            case DeleteStmt delete ->
                    written(delete.usingClause(), delete.relation(), delete.whereClause());
            default -> null;
        };
    }

    private static Level written(List<Node> others, RangeVar target, @Nullable Node where) {
        List<Node> from = new ArrayList<>(others);
        from.add(target);
        return new Level(from, where, List.of(), false);
    }

    private void level(Level level, ReadStatement statement, Node tree, List<Advice> found) {
        List<Source> sources = new ArrayList<>();
        List<Node> joins = new ArrayList<>();
        int[] others = {0};
        level.from().forEach(item -> item(item, statement, sources, joins, others));
        for (Source source : sources) {
            Predicate<List<String>> own = own(source, sources, others[0] > 0);
            List<Condition> filters = Conditions.of(level.where(), source.facts().table(), own);
            joins.forEach(join -> filters.addAll(Conditions.of(join, source.facts().table(), own)));
            boolean alone = sources.size() == 1 && others[0] == 0;
            List<SortColumn> sort = alone ? sort(level, source.facts().table(), own) : List.of();
            boolean limited = level.limited() && !sort.isEmpty();
            Set<String> columns = alone ? columns(tree, source.facts().table()) : null;
            need(source, sources, filters, sort, limited, columns)
                    .ifPresent(need -> found.addAll(indexes.of(need, cause(need))));
        }
    }

    private void item(
            Node item,
            ReadStatement statement,
            List<Source> sources,
            List<Node> joins,
            int[] others) {
        switch (item) {
            case RangeVar range -> {
                Alias alias = range.alias();
                String called = alias == null ? range.relname() : alias.aliasname();
                if (statement.relation(range).orElse(null) instanceof Table table) {
                    sources.add(new Source(called, relations.facts(table)));
                } else {
                    others[0]++;
                }
            }
            case JoinExpr join -> {
                item(join.larg(), statement, sources, joins, others);
                item(join.rarg(), statement, sources, joins, others);
                if (join.quals() != null) {
                    joins.add(join.quals());
                }
            }
            default -> others[0]++;
        }
    }

    private static Predicate<List<String>> own(
            Source source, List<Source> sources, boolean others) {
        return names -> {
            if (names.size() > 1) {
                return names.get(names.size() - 2).equals(source.alias());
            }
            long tables =
                    sources.stream()
                            .filter(it -> it.facts().table().column(names.getFirst()).isPresent())
                            .count();
            return !others
                    && tables == 1
                    && source.facts().table().column(names.getFirst()).isPresent();
        };
    }

    private static Optional<Need> need(
            Source source,
            List<Source> sources,
            List<Condition> filters,
            List<SortColumn> sort,
            boolean limited,
            @Nullable Set<String> columns) {
        OptionalDouble rows = source.facts().rows();
        boolean small = rows.isPresent() && rows.getAsDouble() < ROWS_MIN;
        List<Condition> wanted = new ArrayList<>(filters);
        wanted.removeIf(condition -> isJoin(condition) && !isDriven(source, sources));
        return small || (wanted.isEmpty() && !limited)
                ? Optional.empty()
                : Optional.of(
                        new Need(
                                source.facts(),
                                wanted,
                                sort,
                                limited,
                                rows,
                                OptionalDouble.empty(),
                                columns));
    }

    private static boolean isJoin(Condition condition) {
        return condition.kind() == Kind.EQUAL
                && condition.literal() == null
                && condition.whole().find(ColumnRef.class).size() > 1;
    }

    /// Whether another table is so much smaller that its rows are looked up here one by one.
    private static boolean isDriven(Source source, List<Source> sources) {
        double own = source.facts().rows().orElse(0);
        return sources.stream()
                .filter(other -> !other.equals(source))
                .anyMatch(other -> other.facts().rows().orElse(own) <= own * JOINED_SHARE);
    }

    private static List<SortColumn> sort(Level level, Table table, Predicate<List<String>> own) {
        List<SortColumn> columns = new ArrayList<>();
        for (SortBy key : level.order()) {
            SortColumn column = SortKeys.column(key, table, own);
            if (column == null) {
                return columns;
            }
            columns.add(column);
        }
        return columns;
    }

    private static @Nullable Set<String> columns(Node tree, Table table) {
        Set<String> columns = new HashSet<>();
        for (ColumnRef reference : tree.find(ColumnRef.class)) {
            List<String> names = StringNode.texts(reference.fields());
            boolean star = names.size() < reference.fields().size();
            if (star || names.isEmpty() || table.column(names.getLast()).isEmpty()) {
                return null;
            }
            columns.add(names.getLast());
        }
        return tree instanceof SelectStmt ? columns : null;
    }

    private static IndexAdvice.Cause cause(Need need) {
        OptionalDouble rows = need.facts().rows();
        String message =
                rows.isEmpty()
                        ? "no index serves the conditions; how many rows there are is not known"
                        : "no index serves the conditions: all "
                                + Figures.rows(rows.getAsDouble())
                                + " are read";
        return new IndexAdvice.Cause(
                null, message, null, rows.isEmpty() ? Severity.INFO : Severity.WARNING);
    }
}
