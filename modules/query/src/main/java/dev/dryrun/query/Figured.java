package dev.dryrun.query;

import dev.dryrun.pgquery.tree.Node;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// The name that the server gives to a column, or to an item, without an alias: its
/// `FigureColname`.
final class Figured {

    /// What a column is called that no rule names.
    static final String NONE = "?column?";

    private Figured() {}

    /// {@return the name; null when it is not known}
    ///
    /// @param expression the raw expression
    static @Nullable String name(Node expression) {
        Guess guess = guess(expression);
        return guess.strength == 0 ? NONE : guess.name;
    }

    /// @param strength 0 for none, 1 for one that a better one replaces, 2 for a good one
    private record Guess(int strength, @Nullable String name) {
        static final Guess NOTHING = new Guess(0, null);

        static Guess good(@Nullable String name) {
            return new Guess(2, name);
        }
    }

    private static Guess guess(@Nullable Node node) {
        if (node == null) {
            return Guess.NOTHING;
        }
        return switch (node.kind()) {
            case "ColumnRef" -> last(node.names("fields"), Guess.NOTHING);
            case "A_Indirection" -> last(node.names("indirection"), guess(node.child("arg")));
            case "FuncCall" -> last(node.names("funcname"), Guess.NOTHING);
            case "A_Expr" ->
                    "AEXPR_NULLIF".equals(node.text("kind")) ? Guess.good("nullif") : Guess.NOTHING;
            case "TypeCast" -> typed(node);
            case "CollateClause" -> guess(node.child("arg"));
            case "GroupingFunc" -> Guess.good("grouping");
            case "SubLink" -> subquery(node);
            case "CaseExpr" -> {
                Guess otherwise = guess(node.child("defresult"));
                yield otherwise.strength <= 1 ? new Guess(1, "case") : otherwise;
            }
            case "A_ArrayExpr" -> Guess.good("array");
            case "RowExpr" -> Guess.good("row");
            case "CoalesceExpr" -> Guess.good("coalesce");
            case "MinMaxExpr" ->
                    Guess.good("IS_LEAST".equals(node.text("op")) ? "least" : "greatest");
            case "SQLValueFunction" -> Guess.good(valueFunction(node.text("op")));
            case "A_Const",
                    "BoolExpr",
                    "NullTest",
                    "BooleanTest",
                    "ParamRef",
                    "SetToDefault",
                    "CurrentOfExpr" ->
                    Guess.NOTHING;
            // XML and JSON: by rules that differ between versions.
            default -> Guess.good(null);
        };
    }

    private static Guess last(List<String> names, Guess otherwise) {
        return names.isEmpty() ? otherwise : Guess.good(names.getLast());
    }

    private static Guess typed(Node cast) {
        Guess inner = guess(cast.child("arg"));
        Node type = cast.child("typeName");
        List<String> names = type == null ? List.of() : type.names("names");
        return inner.strength <= 1 && !names.isEmpty() ? new Guess(1, names.getLast()) : inner;
    }

    private static Guess subquery(Node link) {
        String kind = link.text("subLinkType");
        if ("EXISTS_SUBLINK".equals(kind)) {
            return Guess.good("exists");
        }
        if ("ARRAY_SUBLINK".equals(kind)) {
            return Guess.good("array");
        }
        if (!"EXPR_SUBLINK".equals(kind)) {
            return Guess.NOTHING;
        }
        Node query = link.child("subselect");
        List<Node> targets = query == null ? List.of() : query.children("targetList");
        if (targets.size() != 1) {
            return Guess.good(null);
        }
        Node target = targets.getFirst();
        String alias = target.text("name");
        Node value = target.child("val");
        if (alias != null || value == null) {
            return Guess.good(alias);
        }
        boolean star = value.kind().equals("ColumnRef") && Names.isStar(value);
        return Guess.good(star ? null : name(value));
    }

    private static @Nullable String valueFunction(@Nullable String op) {
        // SVFOP_CURRENT_TIME_N has a precision, and the same name.
        return op == null
                ? null
                : op.replaceFirst("^SVFOP_", "").replaceFirst("_N$", "").toLowerCase(Locale.ROOT);
    }
}
