package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// FOR UPDATE and its like.
///
/// @param lockedRels what OF names; empty for all
public record LockingClause(
        List<RangeVar> lockedRels, LockClauseStrength strength, String waitPolicy) implements Node {

    static LockingClause read(NodeFields fields) {
        return new LockingClause(
                fields.nodes("lockedRels", RangeVar.class),
                fields.constant("strength", LockClauseStrength.class),
                fields.text("waitPolicy", ""));
    }

    @Override
    public String tag() {
        return "LockingClause";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(lockedRels, strength, waitPolicy);
    }
}
