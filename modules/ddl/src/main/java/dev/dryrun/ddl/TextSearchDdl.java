package dev.dryrun.ddl;

import dev.dryrun.model.Definition;
import dev.dryrun.model.ObjectKind;

/// Renders text search parsers, templates, dictionaries and configurations.
final class TextSearchDdl {

    private static final String WITH = " WITH ";

    private TextSearchDdl() {}

    static void render(Definition definition, Steps steps) {
        Parameters parameters = new Parameters(definition);
        String name = ObjectName.of(definition).sql();
        parameters.plain("start", "gettoken", "end", "lextypes", "headline");
        parameters.plain("init", "lexize", "template", "parser");
        String create = "CREATE " + name + " " + parameters.line();
        if (definition.kind() == ObjectKind.TEXT_SEARCH_DICTIONARY && parameters.has("options")) {
            // The server keeps them as DDL writes them.
            create =
                    create.substring(0, create.length() - 1)
                            + ", "
                            + parameters.value("options")
                            + ")";
        }
        steps.add(Phase.CREATE, create);
        for (String mapping : parameters.values("mapping")) {
            int with = mapping.indexOf(WITH);
            steps.add(
                    Phase.FAMILY_MEMBER,
                    "ALTER "
                            + name
                            + " ADD MAPPING FOR "
                            + Sql.name(mapping.substring(0, with))
                            + mapping.substring(with));
        }
    }
}
