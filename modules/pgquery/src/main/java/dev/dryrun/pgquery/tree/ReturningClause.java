package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// RETURNING.
///
/// @param exprs the list
public record ReturningClause(List<ReturningOption> options, List<ResTarget> exprs)
        implements Node {

    static ReturningClause read(NodeFields fields) {
        return new ReturningClause(
                fields.nodes("options", ReturningOption.class),
                fields.nodes("exprs", ResTarget.class));
    }

    /// Before PostgreSQL 18's grammar, a statement has the list itself.
    static @Nullable ReturningClause of(NodeFields fields) {
        List<ResTarget> plain = fields.nodes("returningList", ResTarget.class);
        return plain.isEmpty()
                ? fields.node("returningClause", ReturningClause.class)
                : new ReturningClause(List.of(), plain);
    }

    @Override
    public String tag() {
        return "ReturningClause";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(options, exprs);
    }
}
