package dev.dryrun.query;

import dev.dryrun.pgquery.Node;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The names of a query's output columns, which ORDER BY, GROUP BY and DISTINCT ON may use.
///
/// @param names those that are known
/// @param more whether there may be others
record OutputNames(Set<String> names, boolean more) {

    static OutputNames of(List<Node> targets) {
        Set<String> names = new HashSet<>();
        boolean more = false;
        for (Node target : targets) {
            String alias = target.text("name");
            Node value = target.child("val");
            if (alias != null) {
                names.add(alias);
            } else if (value != null) {
                switch (value.kind()) {
                    case "ColumnRef" -> names.addAll(value.names("fields"));
                    case "FuncCall" -> names.addAll(value.names("funcname"));
                    case "A_Const", "A_Expr", "BoolExpr", "NullTest" -> {}
                    default -> more = true;
                }
            }
        }
        return new OutputNames(names, more);
    }

    boolean mayHave(String name) {
        return more || names.contains(name);
    }
}
