package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An operator and what it takes: `a = b`, `a IN (1, 2)`, `a BETWEEN 1 AND 2`, `a LIKE b`.
///
/// @param name the operator, with its schema where OPERATOR() names one
/// @param lexpr null before a prefix operator
/// @param rexpr a [ListNode] for IN and BETWEEN
public record AExpr(
        AExprKind kind,
        List<StringNode> name,
        @Nullable Node lexpr,
        @Nullable Node rexpr,
        int rexprListStart,
        int rexprListEnd,
        int location)
        implements Node {

    static AExpr read(NodeFields fields) {
        return new AExpr(
                fields.constant("kind", AExprKind.class),
                fields.nodes("name", StringNode.class),
                fields.node("lexpr"),
                fields.node("rexpr"),
                fields.number("rexpr_list_start"),
                fields.number("rexpr_list_end"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "A_Expr";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(kind, name, lexpr, rexpr);
    }
}
