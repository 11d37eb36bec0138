package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CREATE DOMAIN.
public record CreateDomainStmt(
        List<StringNode> domainname,
        @Nullable TypeName typeName,
        @Nullable CollateClause collClause,
        List<Node> constraints)
        implements Node {

    static CreateDomainStmt read(NodeFields fields) {
        return new CreateDomainStmt(
                fields.nodes("domainname", StringNode.class),
                fields.node("typeName", TypeName.class),
                fields.node("collClause", CollateClause.class),
                fields.nodes("constraints"));
    }

    @Override
    public String tag() {
        return "CreateDomainStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(domainname, typeName, collClause, constraints);
    }
}
