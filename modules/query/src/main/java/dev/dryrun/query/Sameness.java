package dev.dryrun.query;

import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.query.Col.Origin;
import dev.dryrun.query.Resolved.Variable;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whether two expressions mean the same, as far as that shows before types are known.
final class Sameness {

    private final Resolved resolved;

    Sameness(Resolved resolved) {
        this.resolved = resolved;
    }

    /// {@return whether they surely mean the same}
    boolean same(Node one, Node other) {
        if (one instanceof ColumnRef && other instanceof ColumnRef) {
            Variable first = resolved.variable(one.location());
            Variable second = resolved.variable(other.location());
            if (first != null && second != null) {
                return meet(first.origins(), second.origins());
            }
        }
        return one.tag().equals(other.tag()) && same(one.parts(), other.parts());
    }

    private boolean same(List<?> some, List<?> others) {
        if (some.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < some.size(); i++) {
            if (!same(some.get(i), others.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof Node node && other instanceof Node counterpart) {
            return same(node, counterpart);
        }
        if (one instanceof List<?> list && other instanceof List<?> counterparts) {
            return same(list, counterparts);
        }
        return Objects.equals(one, other);
    }

    static boolean meet(List<Origin> some, List<Origin> others) {
        return some.stream().anyMatch(others::contains);
    }

    /// {@return whether they surely mean something else: two columns that are not the same, or a
    /// column and a constant}
    boolean differ(Node one, Node other) {
        Variable first = variable(one);
        Variable second = variable(other);
        if (first != null && second != null) {
            return !meet(first.origins(), second.origins());
        }
        boolean constants = one instanceof AConst || other instanceof AConst;
        return constants && (first != null || second != null);
    }

    private @Nullable Variable variable(Node node) {
        return node instanceof ColumnRef ? resolved.variable(node.location()) : null;
    }

    /// {@return whether an expression stands in a SELECT list; null when that cannot be told}
    @Nullable Boolean selected(Node expression, List<Target> targets) {
        Variable variable = variable(expression);
        boolean surelyNot = variable != null;
        for (Target target : targets) {
            if (!target.star() && same(expression, target.node())) {
                return true;
            }
            if (variable == null || target.columns() == null) {
                surelyNot = false;
            } else if (target.star()) {
                boolean among =
                        resolved.star(target.node().location()).stream()
                                .anyMatch(each -> meet(each.origins(), variable.origins()));
                if (among) {
                    return true;
                }
            } else if (target.node() instanceof ColumnRef && variable(target.node()) == null) {
                surelyNot = false;
            }
        }
        return surelyNot ? Boolean.FALSE : null;
    }
}
