package dev.dryrun.query;

import dev.dryrun.model.Certainty;
import dev.dryrun.model.EnumType;
import dev.dryrun.model.Nearest;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.StringNode;
import java.util.List;
import java.util.Set;

/// Finds labels that an enumerated type does not have, where a value of it is compared with a
/// literal.
final class Enums {

    private static final Set<String> COMPARISONS = Set.of("=", "<>", "<", ">", "<=", ">=");

    private final Session session;
    private final Errors errors;

    Enums(Session session, Errors errors) {
        this.session = session;
        this.errors = errors;
    }

    /// Looks at a comparison of one value with others.
    void compare(
            AExpr operation,
            Node left,
            Value leftValue,
            List<Node> right,
            List<Value> rightValues) {
        boolean plain =
                switch (operation.kind()) {
                    case AEXPR_OP, AEXPR_IN, AEXPR_BETWEEN -> true;
                    default -> false;
                };
        List<String> name = StringNode.texts(operation.name());
        boolean compares =
                plain
                        && !name.isEmpty()
                        && (COMPARISONS.contains(name.getLast())
                                || name.getLast().equals("BETWEEN"));
        if (!compares) {
            return;
        }
        for (Node literal : right) {
            label(name.getLast(), leftValue, literal);
        }
        if (right.size() == 1) {
            label(name.getLast(), rightValues.getFirst(), left);
        }
    }

    private void label(String operator, Value value, Node literal) {
        String type = value.type();
        if (!(literal instanceof AConst constant)
                || !(constant.val() instanceof StringNode(String label))
                || type == null
                || !value.scalar()
                || !(session.object(type) instanceof EnumType of)
                || session.mayBeTaken(operator, of.name().name())) {
            return;
        }
        List<String> labels = of.labels();
        if (!labels.contains(label)) {
            errors.add(
                    literal.location(),
                    "22P02",
                    "invalid input value for enum %s: \"%s\""
                            .formatted(Expressions.shownType(type), label),
                    Nearest.one(label, labels)
                            .map(near -> "did you mean " + near + "?")
                            .orElse(null),
                    Certainty.CERTAIN,
                    Repair.of(Repair.LABEL, literal.location(), 0, label, labels));
        }
    }
}
