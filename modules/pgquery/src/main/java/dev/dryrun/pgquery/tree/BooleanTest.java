package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `a IS TRUE` and its like.
///
/// @param booltesttype `IS_TRUE`, `IS_NOT_UNKNOWN` …
public record BooleanTest(Node arg, String booltesttype, int location) implements Node {

    static BooleanTest read(NodeFields fields) {
        return new BooleanTest(
                fields.needed("arg", Node.class),
                fields.text("booltesttype", ""),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "BooleanTest";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(arg, booltesttype);
    }
}
