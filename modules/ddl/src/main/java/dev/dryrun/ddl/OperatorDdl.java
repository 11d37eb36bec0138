package dev.dryrun.ddl;

import dev.dryrun.model.Definition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Renders base types, and what makes them usable: operators, their families and classes, casts.
final class OperatorDdl {

    private OperatorDdl() {}

    /// Writes a base type: its name first, because its functions take it.
    static void baseType(Definition definition, Steps steps) {
        String shell = "CREATE TYPE " + definition.name().sql();
        Parameters parameters = new Parameters(definition);
        if (parameters.has("shell")) {
            steps.add(Phase.CREATE, shell);
            return;
        }
        steps.add(Phase.SHELL, shell);
        parameters
                .plain("input", "output", "receive", "send", "typmod_in", "typmod_out")
                .plain("analyze", "subscript");
        String length = parameters.value("internallength");
        if (length != null) {
            parameters.as("INTERNALLENGTH", length.equals("cstring") ? "-2" : length);
        }
        String text =
                parameters
                        .flag("passedbyvalue")
                        .plain("alignment", "storage")
                        .literal("category")
                        .plain("preferred")
                        .literal("default")
                        .plain("element")
                        .literal("delimiter")
                        .plain("collatable")
                        .lines();
        steps.add(Phase.CREATE, shell + " " + text);
    }

    /// Writes an operator. One that others only named comes with them.
    static void operator(Definition definition, Steps steps) {
        Parameters parameters = new Parameters(definition);
        if (!parameters.has("shell")) {
            steps.add(
                    Phase.CREATE,
                    "CREATE OPERATOR "
                            + Sql.name(definition.name().schema())
                            + "."
                            + Sql.ownName(definition.name())
                            + " "
                            + parameters
                                    .plain("function", "leftarg", "rightarg")
                                    .operator("commutator", "negator")
                                    .plain("restrict", "join")
                                    .flag("hashes", "merges")
                                    .lines());
        }
    }

    static void family(Definition definition, Steps steps) {
        String name = ObjectName.ofMethod(definition);
        steps.add(Phase.CREATE, "CREATE OPERATOR FAMILY " + name);
        List<String> members = members(new Parameters(definition));
        if (!members.isEmpty()) {
            steps.add(
                    Phase.FAMILY_MEMBER,
                    "ALTER OPERATOR FAMILY " + name + " ADD\n    " + lines(members));
        }
    }

    static String operatorClass(Definition definition) {
        Parameters parameters = new Parameters(definition);
        List<String> members = members(parameters);
        String storage = parameters.value("storage");
        if (storage != null) {
            members.add("STORAGE " + storage);
        }
        if (members.isEmpty()) {
            // The list must have something; this is what it is anyway.
            members.add("STORAGE " + parameters.value("for type"));
        }
        return "CREATE OPERATOR CLASS "
                + ObjectName.methodless(definition).sql()
                + (parameters.has("default") ? " DEFAULT" : "")
                + " FOR TYPE "
                + parameters.value("for type")
                + " USING "
                + Sql.names(parameters.values("using"))
                + " FAMILY "
                + parameters.value("family")
                + " AS\n    "
                + lines(members);
    }

    static String cast(Definition definition) {
        Parameters parameters = new Parameters(definition);
        String function = parameters.value("function");
        String context = parameters.value("as");
        return "CREATE CAST "
                + definition.name().name()
                + (function != null
                        ? " WITH FUNCTION " + function
                        : parameters.has("inout") ? " WITH INOUT" : " WITHOUT FUNCTION")
                + (context == null ? "" : " AS " + context.toUpperCase(Locale.ROOT));
    }

    private static List<String> members(Parameters parameters) {
        List<String> members = new ArrayList<>();
        parameters.values("operator").forEach(operator -> members.add("OPERATOR " + operator));
        parameters.values("function").forEach(function -> members.add("FUNCTION " + function));
        return members;
    }

    private static String lines(List<String> members) {
        return String.join(",\n    ", members);
    }
}
