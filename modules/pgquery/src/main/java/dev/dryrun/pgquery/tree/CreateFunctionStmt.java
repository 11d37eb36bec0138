package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CREATE FUNCTION, CREATE PROCEDURE.
///
/// @param options `as`, `language` …
/// @param sqlBody the body that is no text
public record CreateFunctionStmt(
        boolean isProcedure,
        boolean replace,
        List<StringNode> funcname,
        List<Node> parameters,
        @Nullable TypeName returnType,
        List<DefElem> options,
        @Nullable Node sqlBody)
        implements Node {

    static CreateFunctionStmt read(NodeFields fields) {
        return new CreateFunctionStmt(
                fields.flag("is_procedure"),
                fields.flag("replace"),
                fields.nodes("funcname", StringNode.class),
                fields.nodes("parameters"),
                fields.node("returnType", TypeName.class),
                fields.nodes("options", DefElem.class),
                fields.node("sql_body"));
    }

    @Override
    public String tag() {
        return "CreateFunctionStmt";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(
                isProcedure, replace, funcname, parameters, returnType, options, sqlBody);
    }
}
