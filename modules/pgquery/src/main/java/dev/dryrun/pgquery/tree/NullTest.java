package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `a IS NULL`, `a IS NOT NULL`.
public record NullTest(Node arg, NullTestType nulltesttype, boolean argisrow, int location)
        implements Node {

    static NullTest read(NodeFields fields) {
        return new NullTest(
                fields.needed("arg", Node.class),
                fields.constant("nulltesttype", NullTestType.class),
                fields.flag("argisrow"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "NullTest";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(arg, nulltesttype, argisrow);
    }
}
