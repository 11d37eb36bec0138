package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A query of WITH.
///
/// @param aliascolnames the names that WITH gives to its columns
public record CommonTableExpr(
        String ctename,
        List<StringNode> aliascolnames,
        String ctematerialized,
        Node ctequery,
        @Nullable CTESearchClause searchClause,
        @Nullable CTECycleClause cycleClause,
        int location,
        boolean cterecursive,
        int cterefcount,
        List<Node> ctecolnames,
        List<Node> ctecoltypes,
        List<Node> ctecoltypmods,
        List<Node> ctecolcollations)
        implements Node {

    static CommonTableExpr read(NodeFields fields) {
        return new CommonTableExpr(
                fields.text("ctename", ""),
                fields.nodes("aliascolnames", StringNode.class),
                fields.text("ctematerialized", ""),
                fields.needed("ctequery", Node.class),
                fields.node("search_clause", CTESearchClause.class),
                fields.node("cycle_clause", CTECycleClause.class),
                fields.number("location"),
                fields.flag("cterecursive"),
                fields.number("cterefcount"),
                fields.nodes("ctecolnames"),
                fields.nodes("ctecoltypes"),
                fields.nodes("ctecoltypmods"),
                fields.nodes("ctecolcollations"));
    }

    @Override
    public String tag() {
        return "CommonTableExpr";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                ctename,
                aliascolnames,
                ctematerialized,
                ctequery,
                searchClause,
                cycleClause,
                cterecursive,
                cterefcount,
                ctecolnames,
                ctecoltypes,
                ctecoltypmods,
                ctecolcollations);
    }
}
