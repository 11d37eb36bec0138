package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A WHEN of MERGE.
///
/// @param targetList the columns
/// @param values what is inserted
public record MergeWhenClause(
        MergeMatchKind matchKind,
        CmdType commandType,
        OverridingKind override,
        @Nullable Node condition,
        List<ResTarget> targetList,
        List<Node> values)
        implements Node {

    static MergeWhenClause read(NodeFields fields) {
        return new MergeWhenClause(
                fields.constant("matchKind", MergeMatchKind.class),
                fields.constant("commandType", CmdType.class),
                fields.constant("override", OverridingKind.class),
                fields.node("condition"),
                fields.nodes("targetList", ResTarget.class),
                fields.nodes("values"));
    }

    @Override
    public String tag() {
        return "MergeWhenClause";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(matchKind, commandType, override, condition, targetList, values);
    }
}
