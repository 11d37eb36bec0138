package dev.dryrun.ddl;

import dev.dryrun.model.Definition;

/// Renders aggregates.
final class AggregateDdl {

    private AggregateDdl() {}

    static String create(Definition definition) {
        return "CREATE AGGREGATE "
                + ObjectName.of(definition).name()
                + " "
                + new Parameters(definition)
                        .plain("sfunc", "stype", "sspace", "finalfunc")
                        .flag("finalfunc_extra")
                        .plain("finalfunc_modify", "combinefunc", "serialfunc", "deserialfunc")
                        .literal("initcond")
                        .plain("msfunc", "minvfunc", "mstype", "msspace", "mfinalfunc")
                        .flag("mfinalfunc_extra")
                        .plain("mfinalfunc_modify")
                        .literal("minitcond")
                        .operator("sortop")
                        .plain("parallel")
                        .flag("hypothetical")
                        .lines();
    }
}
