package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A constant.
///
/// @param val an [IntegerNode], [FloatNode], [BooleanNode], [StringNode] or [BitStringNode]; null
///   for NULL
public record AConst(@Nullable Node val, boolean isnull, int location) implements Node {

    static AConst read(NodeFields fields) {
        return new AConst(constant(fields), fields.flag("isnull"), fields.number("location"));
    }

    private static @Nullable Node constant(NodeFields fields) {
        for (String field : List.of("ival", "fval", "boolval", "sval", "bsval")) {
            Node value = fields.node(field);
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    @Override
    public String tag() {
        return "A_Const";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(val, isnull);
    }
}
