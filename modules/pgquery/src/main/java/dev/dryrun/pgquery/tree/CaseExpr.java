package dev.dryrun.pgquery.tree;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// CASE.
///
/// @param arg what is compared with each WHEN; null where each is a condition
/// @param defresult what ELSE gives
public record CaseExpr(
        int casetype,
        int casecollid,
        @Nullable Node arg,
        List<CaseWhen> args,
        @Nullable Node defresult,
        int location)
        implements Node {

    static CaseExpr read(NodeFields fields) {
        return new CaseExpr(
                fields.number("casetype"),
                fields.number("casecollid"),
                fields.node("arg"),
                fields.nodes("args", CaseWhen.class),
                fields.node("defresult"),
                fields.number("location"));
    }

    @Override
    public String tag() {
        return "CaseExpr";
    }

    @Override
    public List<@Nullable Object> parts() {
        return Arrays.asList(casetype, casecollid, arg, args, defresult);
    }
}
