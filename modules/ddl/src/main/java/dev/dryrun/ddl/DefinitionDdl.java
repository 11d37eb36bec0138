package dev.dryrun.ddl;

import dev.dryrun.model.Definition;
import dev.dryrun.model.Grant;
import dev.dryrun.model.ObjectKind;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/// Renders the kinds whose DDL is a list of parameters.
final class DefinitionDdl {

    private DefinitionDdl() {}

    static void render(Definition definition, Steps steps) {
        ObjectKind kind = definition.kind();
        switch (kind) {
            case SCHEMA -> steps.add(Phase.CREATE, schema(definition));
            case EXTENSION -> steps.add(Phase.CREATE, extension(definition));
            case BASE_TYPE -> OperatorDdl.baseType(definition, steps);
            case AGGREGATE -> steps.add(Phase.CREATE, AggregateDdl.create(definition));
            case OPERATOR -> OperatorDdl.operator(definition, steps);
            case OPERATOR_FAMILY -> OperatorDdl.family(definition, steps);
            case OPERATOR_CLASS -> steps.add(Phase.CREATE, OperatorDdl.operatorClass(definition));
            case CAST -> steps.add(Phase.CREATE, OperatorDdl.cast(definition));
            case COLLATION -> steps.add(Phase.CREATE, collation(definition));
            case CONVERSION -> steps.add(Phase.CREATE, conversion(definition));
            case LANGUAGE -> steps.add(Phase.CREATE, language(definition));
            case TRANSFORM -> steps.add(Phase.CREATE, transform(definition));
            case ACCESS_METHOD -> steps.add(Phase.CREATE, accessMethod(definition));
            case TEXT_SEARCH_PARSER,
                    TEXT_SEARCH_TEMPLATE,
                    TEXT_SEARCH_DICTIONARY,
                    TEXT_SEARCH_CONFIGURATION ->
                    TextSearchDdl.render(definition, steps);
            case FOREIGN_DATA_WRAPPER -> steps.add(Phase.CREATE, wrapper(definition));
            case SERVER -> steps.add(Phase.CREATE, server(definition));
            case EVENT_TRIGGER -> eventTrigger(definition, steps);
            case PUBLICATION -> ReplicationDdl.publication(definition, steps);
            case SUBSCRIPTION ->
                    steps.add(Phase.SUBSCRIPTION, ReplicationDdl.subscription(definition));
            case DEFAULT_PRIVILEGES -> defaultPrivileges(definition, steps);
            case TABLE,
                    FOREIGN_TABLE,
                    COLUMN,
                    CONSTRAINT,
                    INDEX,
                    VIEW,
                    MATERIALIZED_VIEW,
                    SEQUENCE,
                    TRIGGER,
                    RULE,
                    POLICY,
                    STATISTICS,
                    ENUM,
                    DOMAIN,
                    COMPOSITE,
                    RANGE,
                    FUNCTION,
                    PROCEDURE,
                    ROLE,
                    TABLESPACE,
                    SETTING,
                    NODE,
                    IDENTITIES,
                    QUERY,
                    LINT_RULE ->
                    throw new IllegalArgumentException(kind.word() + " is no definition");
        }
        if (!new Parameters(definition).has("shell") || kind != ObjectKind.OPERATOR) {
            FactsDdl.render(definition, steps);
        }
    }

    private static String schema(Definition definition) {
        boolean there = definition.name().name().equals("public");
        return "CREATE SCHEMA " + (there ? "IF NOT EXISTS " : "") + definition.name().sql();
    }

    /// Without its version: a server has those that its packages have.
    private static String extension(Definition definition) {
        String schema = Objects.requireNonNull(new Parameters(definition).value("schema"));
        return "CREATE EXTENSION IF NOT EXISTS "
                + definition.name().sql()
                + " WITH SCHEMA "
                + Sql.name(schema);
    }

    private static String collation(Definition definition) {
        return "CREATE COLLATION "
                + definition.name().sql()
                + " "
                + new Parameters(definition)
                        .plain("provider")
                        .literal("locale", "lc_collate", "lc_ctype")
                        .plain("deterministic")
                        .literal("rules")
                        .line();
    }

    private static String conversion(Definition definition) {
        Parameters parameters = new Parameters(definition);
        return (parameters.has("default") ? "CREATE DEFAULT CONVERSION " : "CREATE CONVERSION ")
                + definition.name().sql()
                + " FOR "
                + Sql.literal(String.join("", parameters.values("for")))
                + " TO "
                + Sql.literal(String.join("", parameters.values("to")))
                + " FROM "
                + parameters.value("from");
    }

    private static String language(Definition definition) {
        Parameters parameters = new Parameters(definition);
        StringBuilder text = new StringBuilder("CREATE ");
        text.append(parameters.has("trusted") ? "TRUSTED LANGUAGE " : "LANGUAGE ")
                .append(definition.name().sql());
        for (String function : List.of("handler", "inline", "validator")) {
            parameters
                    .values(function)
                    .forEach(name ->
                            text.append(" ")
                                    .append(function.toUpperCase(Locale.ROOT))
                                    .append(" ")
                                    .append(name));
        }
        return text.toString();
    }

    private static String transform(Definition definition) {
        Parameters parameters = new Parameters(definition);
        String from = parameters.value("from sql");
        String to = parameters.value("to sql");
        return "CREATE TRANSFORM "
                + definition.name().name()
                + " ("
                + (from == null ? "" : "FROM SQL WITH FUNCTION " + from)
                + (from == null || to == null ? "" : ", ")
                + (to == null ? "" : "TO SQL WITH FUNCTION " + to)
                + ")";
    }

    private static String accessMethod(Definition definition) {
        Parameters parameters = new Parameters(definition);
        return "CREATE ACCESS METHOD "
                + definition.name().sql()
                + " TYPE "
                + String.join("", parameters.values("type")).toUpperCase(Locale.ROOT)
                + " HANDLER "
                + parameters.value("handler");
    }

    private static String wrapper(Definition definition) {
        Parameters parameters = new Parameters(definition);
        String handler = parameters.value("handler");
        String validator = parameters.value("validator");
        return "CREATE FOREIGN DATA WRAPPER "
                + definition.name().sql()
                + (handler == null ? "" : " HANDLER " + handler)
                + (validator == null ? "" : " VALIDATOR " + validator)
                + OptionsDdl.listed(parameters.values("options"));
    }

    private static String server(Definition definition) {
        Parameters parameters = new Parameters(definition);
        String type = parameters.value("type");
        String version = parameters.value("version");
        return "CREATE SERVER "
                + definition.name().sql()
                + (type == null ? "" : " TYPE " + Sql.literal(type))
                + (version == null ? "" : " VERSION " + Sql.literal(version))
                + " FOREIGN DATA WRAPPER "
                + Sql.names(parameters.values("foreign data wrapper"))
                + OptionsDdl.listed(parameters.values("options"));
    }

    private static void eventTrigger(Definition definition, Steps steps) {
        Parameters parameters = new Parameters(definition);
        List<String> tags = parameters.values("tag").stream().map(Sql::literal).toList();
        String name = definition.name().sql();
        steps.add(
                Phase.EVENT_TRIGGER,
                "CREATE EVENT TRIGGER "
                        + name
                        + " ON "
                        + parameters.value("on")
                        + (tags.isEmpty() ? "" : " WHEN TAG IN (" + String.join(", ", tags) + ")")
                        + " EXECUTE FUNCTION "
                        + parameters.value("function")
                        + "()");
        String state = parameters.value("enable");
        if (state != null) {
            steps.add(
                    Phase.EVENT_TRIGGER_STATE,
                    "ALTER EVENT TRIGGER "
                            + name
                            + (state.equals("disable")
                                    ? " DISABLE"
                                    : " ENABLE " + state.toUpperCase(Locale.ROOT)));
        }
    }

    private static void defaultPrivileges(Definition definition, Steps steps) {
        List<Grant> grants = definition.facts().grants();
        GrantDdl.defaults(
                definition.facts().owner(),
                definition.name().schema(),
                String.join("", new Parameters(definition).values("on")).toUpperCase(Locale.ROOT),
                grants == null ? List.of() : grants,
                steps);
    }
}
