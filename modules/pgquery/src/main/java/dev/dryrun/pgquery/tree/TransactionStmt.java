package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// BEGIN, COMMIT, ROLLBACK, SAVEPOINT …
public record TransactionStmt(
        TransactionStmtKind kind,
        List<Node> options,
        @Nullable String savepointName,
        @Nullable String gid,
        boolean chain,
        int location)
        implements Node {

    static TransactionStmt read(NodeFields fields) {
        return new TransactionStmt(
                fields.constant("kind", TransactionStmtKind.class),
                fields.nodes("options"),
                fields.text("savepoint_name"),
                fields.text("gid"),
                fields.flag("chain"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "TransactionStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(kind, options, savepointName, gid, chain);
    }
}
