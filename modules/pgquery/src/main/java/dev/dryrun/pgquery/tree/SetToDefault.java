package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// DEFAULT as a value.
public record SetToDefault(int typeId, int typeMod, int collation, int location) implements Node {

    static SetToDefault read(NodeFields fields) {
        return new SetToDefault(
                fields.number("typeId"),
                fields.number("typeMod"),
                fields.number("collation"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "SetToDefault";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(typeId, typeMod, collation);
    }
}
