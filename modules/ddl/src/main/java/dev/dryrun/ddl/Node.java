package dev.dryrun.ddl;

import dev.dryrun.model.ObjectKind;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A statement of a sorted phase, and the statements that must come before it.
final class Node {

    /// The order in which kinds are made as far as needs allow.
    private static final List<ObjectKind> KINDS =
            List.of(
                    ObjectKind.SCHEMA,
                    ObjectKind.EXTENSION,
                    ObjectKind.ACCESS_METHOD,
                    ObjectKind.LANGUAGE,
                    ObjectKind.COLLATION,
                    ObjectKind.ENUM,
                    ObjectKind.DOMAIN,
                    ObjectKind.COMPOSITE,
                    ObjectKind.RANGE,
                    ObjectKind.BASE_TYPE,
                    ObjectKind.FUNCTION,
                    ObjectKind.PROCEDURE,
                    ObjectKind.AGGREGATE,
                    ObjectKind.OPERATOR,
                    ObjectKind.OPERATOR_FAMILY,
                    ObjectKind.OPERATOR_CLASS,
                    ObjectKind.CAST,
                    ObjectKind.TRANSFORM,
                    ObjectKind.CONVERSION,
                    ObjectKind.TEXT_SEARCH_PARSER,
                    ObjectKind.TEXT_SEARCH_TEMPLATE,
                    ObjectKind.TEXT_SEARCH_DICTIONARY,
                    ObjectKind.TEXT_SEARCH_CONFIGURATION,
                    ObjectKind.FOREIGN_DATA_WRAPPER,
                    ObjectKind.SERVER,
                    ObjectKind.SEQUENCE,
                    ObjectKind.TABLE,
                    ObjectKind.FOREIGN_TABLE,
                    ObjectKind.VIEW,
                    ObjectKind.MATERIALIZED_VIEW);

    private static final int BETWEEN = 4;

    /// By kind, then name.
    static final Comparator<Node> ORDER =
            Comparator.comparingInt(Node::rank)
                    .thenComparing(node -> node.part.ref().name())
                    .thenComparing(Node::phase)
                    .thenComparing(Node::sql);

    private final Part part;
    private final Phase phase;
    private final String sql;
    private final Set<Node> needs = new LinkedHashSet<>();
    private final Set<Node> neededBy = new LinkedHashSet<>();

    Node(Part part, Steps.Step step) {
        this.part = part;
        this.phase = step.phase();
        this.sql = step.sql();
    }

    Part part() {
        return part;
    }

    Phase phase() {
        return phase;
    }

    String sql() {
        return sql;
    }

    Set<Node> needs() {
        return needs;
    }

    Set<Node> neededBy() {
        return neededBy;
    }

    void need(Node other) {
        if (other != this && needs.add(other)) {
            other.neededBy.add(this);
        }
    }

    void forget(Node other) {
        needs.remove(other);
        other.neededBy.remove(this);
    }

    private int rank() {
        return switch (phase) {
            case SHELL -> KINDS.indexOf(ObjectKind.COLLATION) * BETWEEN + 1;
            case ATTACH -> KINDS.indexOf(ObjectKind.FOREIGN_TABLE) * BETWEEN + 1;
            case KEY -> KINDS.indexOf(ObjectKind.FOREIGN_TABLE) * BETWEEN + 2;
            case REPLACE_VIEW -> KINDS.size() * BETWEEN;
            default -> KINDS.indexOf(part.ref().kind()) * BETWEEN;
        };
    }
}
