package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// ON CONFLICT.
public record OnConflictClause(
        OnConflictAction action,
        @Nullable InferClause infer,
        List<ResTarget> targetList,
        @Nullable Node whereClause,
        int location)
        implements Node {

    static OnConflictClause read(NodeFields fields) {
        return new OnConflictClause(
                fields.constant("action", OnConflictAction.class),
                fields.node("infer", InferClause.class),
                fields.nodes("targetList", ResTarget.class),
                fields.node("whereClause"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "OnConflictClause";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(action, infer, targetList, whereClause);
    }
}
