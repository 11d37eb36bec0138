package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A join.
///
/// @param usingClause the columns of USING
/// @param quals the condition of ON
public record JoinExpr(
        JoinType jointype,
        boolean isNatural,
        Node larg,
        Node rarg,
        List<StringNode> usingClause,
        @Nullable Alias joinUsingAlias,
        @Nullable Node quals,
        @Nullable Alias alias,
        int rtindex)
        implements Node {

    static JoinExpr read(NodeFields fields) {
        return new JoinExpr(
                fields.constant("jointype", JoinType.class),
                fields.flag("isNatural"),
                fields.needed("larg", Node.class),
                fields.needed("rarg", Node.class),
                fields.nodes("usingClause", StringNode.class),
                fields.node("join_using_alias", Alias.class),
                fields.node("quals"),
                fields.node("alias", Alias.class),
                fields.number("rtindex"));
    }

    @Override
    public String tag() {
        return "JoinExpr";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                jointype,
                isNatural,
                larg,
                rarg,
                usingClause,
                joinUsingAlias,
                quals,
                alias,
                rtindex);
    }
}
