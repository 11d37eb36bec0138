package dev.dryrun.query;

import dev.dryrun.pgquery.tree.AArrayExpr;
import dev.dryrun.pgquery.tree.AConst;
import dev.dryrun.pgquery.tree.AExpr;
import dev.dryrun.pgquery.tree.AExprKind;
import dev.dryrun.pgquery.tree.AIndirection;
import dev.dryrun.pgquery.tree.BoolExpr;
import dev.dryrun.pgquery.tree.BooleanTest;
import dev.dryrun.pgquery.tree.CaseExpr;
import dev.dryrun.pgquery.tree.CoalesceExpr;
import dev.dryrun.pgquery.tree.CollateClause;
import dev.dryrun.pgquery.tree.ColumnRef;
import dev.dryrun.pgquery.tree.FuncCall;
import dev.dryrun.pgquery.tree.GroupingFunc;
import dev.dryrun.pgquery.tree.MinMaxExpr;
import dev.dryrun.pgquery.tree.Node;
import dev.dryrun.pgquery.tree.NullTest;
import dev.dryrun.pgquery.tree.OtherNode;
import dev.dryrun.pgquery.tree.ParamRef;
import dev.dryrun.pgquery.tree.ResTarget;
import dev.dryrun.pgquery.tree.RowExpr;
import dev.dryrun.pgquery.tree.SQLValueFunction;
import dev.dryrun.pgquery.tree.SQLValueFunctionOp;
import dev.dryrun.pgquery.tree.SelectStmt;
import dev.dryrun.pgquery.tree.SetToDefault;
import dev.dryrun.pgquery.tree.StringNode;
import dev.dryrun.pgquery.tree.SubLink;
import dev.dryrun.pgquery.tree.TypeCast;
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
        return switch (node) {
            case ColumnRef reference -> last(reference.fields(), Guess.NOTHING);
            case AIndirection of -> last(of.indirection(), guess(of.arg()));
            case FuncCall call -> last(call.funcname(), Guess.NOTHING);
            case AExpr operation ->
                    operation.kind() == AExprKind.AEXPR_NULLIF
                            ? Guess.good("nullif")
                            : Guess.NOTHING;
            case TypeCast cast -> typed(cast);
            case CollateClause collate -> guess(collate.arg());
            case GroupingFunc _ -> Guess.good("grouping");
            case SubLink link -> subquery(link);
            case CaseExpr conditional -> {
                Guess otherwise = guess(conditional.defresult());
                yield otherwise.strength <= 1 ? new Guess(1, "case") : otherwise;
            }
            case AArrayExpr _ -> Guess.good("array");
            case RowExpr _ -> Guess.good("row");
            case CoalesceExpr _ -> Guess.good("coalesce");
            case MinMaxExpr of ->
                    Guess.good(
                            switch (of.op()) {
                                case IS_LEAST -> "least";
                                case IS_GREATEST -> "greatest";
                            });
            case SQLValueFunction function -> Guess.good(valueFunction(function.op()));
            case AConst _, BoolExpr _, NullTest _, BooleanTest _, ParamRef _, SetToDefault _ ->
                    Guess.NOTHING;
            case OtherNode other when other.tag().equals("CurrentOfExpr") -> Guess.NOTHING;
            // XML and JSON: by rules that differ between versions.
            default -> Guess.good(null);
        };
    }

    private static Guess last(List<? extends Node> parts, Guess otherwise) {
        List<String> names = StringNode.texts(parts);
        return names.isEmpty() ? otherwise : Guess.good(names.getLast());
    }

    private static Guess typed(TypeCast cast) {
        Guess inner = guess(cast.arg());
        List<String> names = StringNode.texts(cast.typeName().names());
        return inner.strength <= 1 && !names.isEmpty() ? new Guess(1, names.getLast()) : inner;
    }

    private static Guess subquery(SubLink link) {
        return switch (link.subLinkType()) {
            case EXISTS_SUBLINK -> Guess.good("exists");
            case ARRAY_SUBLINK -> Guess.good("array");
            case EXPR_SUBLINK -> onlyColumn(link);
            case ALL_SUBLINK, ANY_SUBLINK, ROWCOMPARE_SUBLINK, MULTIEXPR_SUBLINK, CTE_SUBLINK ->
                    Guess.NOTHING;
        };
    }

    private static Guess onlyColumn(SubLink link) {
        if (!(link.subselect() instanceof SelectStmt query) || query.targetList().size() != 1) {
            return Guess.good(null);
        }
        ResTarget target = query.targetList().getFirst();
        String alias = target.name();
        Node value = target.val();
        if (alias != null || value == null) {
            return Guess.good(alias);
        }
        boolean star = value instanceof ColumnRef reference && Names.isStar(reference);
        return Guess.good(star ? null : name(value));
    }

    private static String valueFunction(SQLValueFunctionOp op) {
        // SVFOP_CURRENT_TIME_N has a precision, and the same name.
        return op.name()
                .replaceFirst("^SVFOP_", "")
                .replaceFirst("_N$", "")
                .toLowerCase(Locale.ROOT);
    }
}
