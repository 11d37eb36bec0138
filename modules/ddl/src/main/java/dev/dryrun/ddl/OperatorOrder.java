package dev.dryrun.ddl;

import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which of two operators comes first, where one names the other as its commutator or negator.
///
/// The server then notes the first at the second too, until the second is made and says otherwise.
/// So one that does not name the other in turn must come after it.
///
/// @param parts all objects
/// @param create finds the statement that makes an object
record OperatorOrder(Map<ObjectRef, Part> parts, Function<ObjectRef, @Nullable Node> create) {

    void connect() {
        for (Part part : parts.values()) {
            Node node = part.ref().kind() == ObjectKind.OPERATOR ? create.apply(part.ref()) : null;
            if (node != null) {
                connect(node, "COMMUTATOR", true);
                connect(node, "NEGATOR", false);
            }
        }
    }

    private void connect(Node node, String role, boolean swapped) {
        String named = named(node.sql(), role);
        if (named == null) {
            return;
        }
        QualifiedName own = node.part().ref().name();
        for (Part other : parts.values()) {
            if (other.ref().kind() == ObjectKind.OPERATOR
                    && spelling(other.ref().name()).equals(named)
                    && Sql.arguments(other.ref().name()).equals(arguments(own, swapped))) {
                Node second = create.apply(other.ref());
                if (second != null && !spelling(own).equals(named(second.sql(), role))) {
                    second.need(node);
                }
            }
        }
    }

    private static @Nullable String named(String sql, String role) {
        int start = sql.indexOf("\n    " + role + " = OPERATOR(");
        if (start < 0) {
            return null;
        }
        start = sql.indexOf('(', start) + 1;
        return sql.substring(start, sql.indexOf(')', start));
    }

    private static String spelling(QualifiedName name) {
        return Sql.name(name.schema()) + "." + Sql.ownName(name);
    }

    private static String arguments(QualifiedName name, boolean swapped) {
        String arguments = Sql.arguments(name);
        int comma = arguments.indexOf(", ");
        return swapped
                ? "("
                        + arguments.substring(comma + 2, arguments.length() - 1)
                        + ", "
                        + arguments.substring(1, comma)
                        + ")"
                : arguments;
    }
}
