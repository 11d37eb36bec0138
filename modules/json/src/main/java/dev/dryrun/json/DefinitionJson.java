package dev.dryrun.json;

import dev.dryrun.model.Definition;
import dev.dryrun.model.ObjectKind;

/// A [Definition] as JSON: its properties as arrays of strings.
final class DefinitionJson {

    private DefinitionJson() {}

    static void put(JsonObject.Builder out, Definition definition) {
        out.put("kind", definition.kind().word());
        NameJson.put(out, definition.name());
        PropertiesJson.put(out, definition.properties());
        FactsJson.put(out, definition.facts());
    }

    static Definition read(Fields in) throws MalformedJsonException {
        return new Definition(
                in.word("kind", ObjectKind::ofWord),
                NameJson.read(in),
                PropertiesJson.read(in),
                FactsJson.read(in));
    }
}
