package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One column of `(a, b) = …` in UPDATE.
///
/// @param source the right side, the same for each column
/// @param colno which one, from 1
/// @param ncolumns how many there are
public record MultiAssignRef(Node source, int colno, int ncolumns) implements Node {

    static MultiAssignRef read(NodeFields fields) {
        return new MultiAssignRef(
                fields.needed("source", Node.class),
                fields.number("colno"),
                fields.number("ncolumns"));
    }

    @Override
    public String tag() {
        return "MultiAssignRef";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(source, colno, ncolumns);
    }
}
