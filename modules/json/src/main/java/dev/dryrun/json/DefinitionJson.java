package dev.dryrun.json;

import dev.dryrun.model.Definition;
import dev.dryrun.model.ObjectKind;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// A [Definition] as JSON: its properties as arrays of strings.
final class DefinitionJson {

    private DefinitionJson() {}

    static void put(JsonObject.Builder out, Definition definition) {
        out.put("kind", definition.kind().word());
        NameJson.put(out, definition.name());
        JsonObject.Builder properties = JsonObject.builder();
        definition
                .properties()
                .forEach((name, values) -> properties.put(name, JsonArray.ofStrings(values)));
        out.put("properties", properties.build());
        FactsJson.put(out, definition.facts());
    }

    static Definition read(Fields in) throws MalformedJsonException {
        Fields properties =
                in.object().get("properties") instanceof JsonObject object
                        ? new Fields(object)
                        : new Fields(JsonObject.builder().build());
        SortedMap<String, List<String>> values = new TreeMap<>();
        for (String name : properties.object().members().keySet()) {
            values.put(name, properties.texts(name));
        }
        return new Definition(
                in.word("kind", ObjectKind::ofWord), NameJson.read(in), values, FactsJson.read(in));
    }
}
