package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An option: of EXPLAIN, of a function, of a COPY …
///
/// @param defname its name, in small letters
public record DefElem(
        @Nullable String defnamespace,
        String defname,
        @Nullable Node arg,
        String defaction,
        int location,
        int argLocation)
        implements Node {

    static DefElem read(NodeFields fields) {
        return new DefElem(
                fields.text("defnamespace"),
                fields.text("defname", ""),
                fields.node("arg"),
                fields.text("defaction", ""),
                fields.number("location"),
                fields.number("arg_location"));
    }

    @Override
    public String tag() {
        return "DefElem";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(defnamespace, defname, arg, defaction);
    }
}
