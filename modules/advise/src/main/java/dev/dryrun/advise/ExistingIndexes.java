package dev.dryrun.advise;

import dev.dryrun.advise.Condition.Kind;
import dev.dryrun.advise.IndexDesign.DesignedKey;
import dev.dryrun.model.Index;
import dev.dryrun.model.Reading;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.BoolExpr;
import dev.dryrun.pgquery.tree.BoolExprType;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.NullTest;
import dev.dryrun.pgquery.tree.NullTestType;
import dev.dryrun.pgquery.tree.StringNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks among a table's indexes for one that should serve a need already.
///
/// @param expressions reads definitions
record ExistingIndexes(PlanExpressions expressions) {

    private static final Reading<String> NO_PREDICATE = Reading.absent(Reading.Reason.NONE_KEPT);

    /// An index whose keys are those that a need wants.
    ///
    /// @param index the index
    /// @param obstacle what keeps it from being used
    record Match(Index index, Obstacle obstacle) {}

    /// What keeps an index from being used, the least first.
    enum Obstacle {
        /// Nothing: the planner may use it.
        NONE,
        /// A failed build left it behind.
        INVALID,
        /// It is partial, and the query does not say what its predicate says.
        PREDICATE,
        /// Its operator class sorts by a collation, which `LIKE` cannot use.
        OPERATOR_CLASS
    }

    /// {@return the index that comes nearest; empty when none has the keys}
    Optional<Match> match(Need need, IndexDesign design) {
        Match best = null;
        for (Index index : need.facts().table().indexes()) {
            if (hasKeys(index, design, need.limited())) {
                Obstacle obstacle = obstacle(index, need, design);
                if (best == null || obstacle.compareTo(best.obstacle()) < 0) {
                    best = new Match(index, obstacle);
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /// {@return the indexes that a new one makes superfluous: its first keys are all of theirs}
    static List<Index> redundant(Need need, IndexDesign design) {
        List<Index> redundant = new ArrayList<>();
        List<String> keys = design.keys().stream().map(DesignedKey::sql).toList();
        for (Index index : need.facts().table().indexes()) {
            List<String> own = index.keys().stream().map(Index.Key::text).toList();
            boolean plain =
                    index.keys().stream()
                            .noneMatch(key ->
                                    key.isExpression()
                                            || key.descending()
                                            || key.operatorClass() != null);
            boolean all = index.predicate().equals(NO_PREDICATE);
            if (!index.unique()
                    && index.constraint() == null
                    && plain
                    && all
                    && index.valid()
                    && index.include().isEmpty()
                    && design.predicate() == null
                    && index.method().equals(design.method())
                    && own.size() < keys.size()
                    && keys.subList(0, own.size()).equals(own)) {
                redundant.add(index);
            }
        }
        return redundant;
    }

    /// {@return whether a usable index is led by a column}
    static boolean leads(Need need, @Nullable String column) {
        return column != null
                && need.facts().table().indexes().stream()
                        .anyMatch(index ->
                                index.valid() && column.equals(index.keys().getFirst().column()));
    }

    private boolean hasKeys(Index index, IndexDesign design, boolean limited) {
        if (!index.method().equals(design.method()) && !design.method().equals("btree")) {
            return false;
        }
        if (!design.method().equals("btree")) {
            return design.keys().getFirst().sql().contains("trgm_ops")
                    ? trigrams(index, design.keys().getFirst())
                    : index.keys().stream()
                            .anyMatch(
                                    key -> design.keys().getFirst().column().equals(key.column()));
        }
        if (!Set.of("btree", "hash", "brin").contains(index.method())) {
            return false;
        }
        Set<String> equal = new HashSet<>();
        Set<String> ranged = new HashSet<>();
        List<String> ordered = new ArrayList<>();
        for (DesignedKey key : design.keys()) {
            Condition by = key.by();
            if (by == null) {
                ordered.add(key.column());
            } else if (by.kind() == Kind.WRAPPED) {
                return sameExpression(index.keys().getFirst(), by.left());
            } else {
                (by.kind() == Kind.RANGE || by.kind() == Kind.PREFIX ? ranged : equal)
                        .add(key.column());
            }
        }
        return covers(index, equal, ranged, limited ? ordered : List.of());
    }

    private static boolean covers(
            Index index, Set<String> equal, Set<String> ranged, List<String> ordered) {
        if (!index.method().equals("btree") && !(ranged.isEmpty() && ordered.isEmpty())) {
            return false;
        }
        Set<String> wanted = new HashSet<>(equal);
        List<String> then = new ArrayList<>(ranged);
        then.addAll(ordered);
        for (Index.Key key : index.keys()) {
            String column = key.column();
            if (column != null && wanted.remove(column)) {
                continue;
            }
            if (!wanted.isEmpty() || then.isEmpty() || !then.getFirst().equals(column)) {
                break;
            }
            then.removeFirst();
        }
        return wanted.isEmpty() && then.isEmpty();
    }

    private static boolean trigrams(Index index, DesignedKey key) {
        return index.keys().stream()
                .anyMatch(own ->
                        key.column().equals(own.column())
                                && own.operatorClass() != null
                                && own.operatorClass().name().endsWith("trgm_ops"));
    }

    private boolean sameExpression(Index.Key key, @Nullable Node wanted) {
        Node own = key.expression().known().map(expressions::definition).orElse(null);
        return own != null && wanted != null && Expressions.same(own, wanted);
    }

    private Obstacle obstacle(Index index, Need need, IndexDesign design) {
        if (!index.valid()) {
            return Obstacle.INVALID;
        }
        if (!index.predicate().equals(NO_PREDICATE) && !isImplied(index, need.conditions())) {
            return Obstacle.PREDICATE;
        }
        for (DesignedKey key : design.keys()) {
            if (key.by() != null && key.by().kind() == Kind.PREFIX && !servesLike(index, key)) {
                return Obstacle.OPERATOR_CLASS;
            }
        }
        return Obstacle.NONE;
    }

    private static boolean servesLike(Index index, DesignedKey wanted) {
        return index.keys().stream()
                .filter(key -> wanted.column().equals(key.column()))
                .anyMatch(key ->
                        (key.operatorClass() != null
                                        && key.operatorClass().name().endsWith("pattern_ops"))
                                || (key.collation() != null
                                        && Set.of("C", "POSIX").contains(key.collation().name())));
    }

    /// Whether every part of the predicate follows from a condition: because it is one, or because
    /// a comparison holds for no NULL.
    private boolean isImplied(Index index, List<Condition> conditions) {
        Node predicate = index.predicate().known().map(expressions::definition).orElse(null);
        return predicate != null
                && parts(predicate).stream().allMatch(part -> isImplied(part, conditions));
    }

    private static boolean isImplied(Node part, List<Condition> conditions) {
        for (Condition condition : conditions) {
            if (Expressions.same(part, condition.whole())
                    || isNotNull(part, condition)
                    || isOtherValue(part, condition)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNotNull(Node part, Condition condition) {
        return part instanceof NullTest test
                && test.nulltesttype() == NullTestType.IS_NOT_NULL
                && condition.isStrict()
                && isColumn(test.arg(), condition.column());
    }

    private static boolean isOtherValue(Node part, Condition condition) {
        if (!(part instanceof AExpr comparison)
                || comparison.lexpr() == null
                || comparison.rexpr() == null) {
            return false;
        }
        String literal = Conditions.literal(comparison.rexpr());
        return StringNode.texts(comparison.name()).equals(List.of("<>"))
                && condition.operator().equals("=")
                && literal != null
                && condition.literal() != null
                && !literal.equals(condition.literal())
                && isColumn(comparison.lexpr(), condition.column());
    }

    private static boolean isColumn(Node node, @Nullable String column) {
        return Conditions.uncast(node) instanceof ColumnRef reference
                && reference.fields().getLast() instanceof StringNode(String name)
                && name.equals(column);
    }

    private static List<Node> parts(Node predicate) {
        if (predicate instanceof BoolExpr all && all.boolop() == BoolExprType.AND_EXPR) {
            List<Node> parts = new ArrayList<>();
            all.args().forEach(part -> parts.addAll(parts(part)));
            return parts;
        }
        return List.of(predicate);
    }
}
