package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// SELECT, VALUES, TABLE, and what UNION and its like make of two queries.
///
/// @param distinctClause empty without DISTINCT; one [Nil] for plain DISTINCT; what DISTINCT ON
///   lists
/// @param valuesLists the rows of VALUES
/// @param larg the left query of a set operation
/// @param rarg the right one
public record SelectStmt(
        List<Node> distinctClause,
        @Nullable IntoClause intoClause,
        List<ResTarget> targetList,
        List<Node> fromClause,
        @Nullable Node whereClause,
        List<Node> groupClause,
        boolean groupDistinct,
        @Nullable Node havingClause,
        List<WindowDef> windowClause,
        List<ListNode> valuesLists,
        List<SortBy> sortClause,
        @Nullable Node limitOffset,
        @Nullable Node limitCount,
        String limitOption,
        List<LockingClause> lockingClause,
        @Nullable WithClause withClause,
        SetOperation op,
        boolean all,
        @Nullable SelectStmt larg,
        @Nullable SelectStmt rarg)
        implements Node {

    static SelectStmt read(NodeFields fields) {
        return new SelectStmt(
                fields.nodes("distinctClause"),
                fields.node("intoClause", IntoClause.class),
                fields.nodes("targetList", ResTarget.class),
                fields.nodes("fromClause"),
                fields.node("whereClause"),
                fields.nodes("groupClause"),
                fields.flag("groupDistinct"),
                fields.node("havingClause"),
                fields.nodes("windowClause", WindowDef.class),
                fields.nodes("valuesLists", ListNode.class),
                fields.nodes("sortClause", SortBy.class),
                fields.node("limitOffset"),
                fields.node("limitCount"),
                fields.text("limitOption", ""),
                fields.nodes("lockingClause", LockingClause.class),
                fields.node("withClause", WithClause.class),
                fields.constant("op", SetOperation.class),
                fields.flag("all"),
                fields.node("larg", SelectStmt.class),
                fields.node("rarg", SelectStmt.class));
    }

    @Override
    public String tag() {
        return "SelectStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                distinctClause,
                intoClause,
                targetList,
                fromClause,
                whereClause,
                groupClause,
                groupDistinct,
                havingClause,
                windowClause,
                valuesLists,
                sortClause,
                limitOffset,
                limitCount,
                limitOption,
                lockingClause,
                withClause,
                op,
                all,
                larg,
                rarg);
    }
}
