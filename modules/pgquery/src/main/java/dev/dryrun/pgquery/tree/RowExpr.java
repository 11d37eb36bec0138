package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A row: `ROW(a, b)`, `(a, b)`.
public record RowExpr(
        List<Node> args, int rowTypeid, CoercionForm rowFormat, List<Node> colnames, int location)
        implements Node {

    static RowExpr read(NodeFields fields) {
        return new RowExpr(
                fields.nodes("args"),
                fields.number("row_typeid"),
                fields.constant("row_format", CoercionForm.class),
                fields.nodes("colnames"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "RowExpr";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(args, rowTypeid, rowFormat, colnames);
    }
}
