package dev.dryrun.json;

import dev.dryrun.model.Reading;
import java.util.SortedMap;
import java.util.TreeMap;

/// Options by name as an object. Without any, the member is left out.
final class OptionsJson {

    private OptionsJson() {}

    static void put(JsonObject.Builder out, String member, SortedMap<String, String> options) {
        if (!options.isEmpty()) {
            JsonObject.Builder nested = JsonObject.builder();
            options.forEach(nested::put);
            out.put(member, nested.build());
        }
    }

    static SortedMap<String, String> read(Fields fields, String member)
            throws MalformedJsonException {
        SortedMap<String, String> options = new TreeMap<>();
        Fields nested = nested(fields, member);
        for (String name : nested.object().members().keySet()) {
            options.put(name, nested.text(name));
        }
        return options;
    }

    static void putReadings(
            JsonObject.Builder out, String member, SortedMap<String, Reading<String>> options) {
        if (!options.isEmpty()) {
            JsonObject.Builder nested = JsonObject.builder();
            options.forEach((name, value) -> ReadingJson.putText(nested, name, value));
            out.put(member, nested.build());
        }
    }

    static SortedMap<String, Reading<String>> readReadings(Fields fields, String member)
            throws MalformedJsonException {
        SortedMap<String, Reading<String>> options = new TreeMap<>();
        Fields nested = nested(fields, member);
        for (String name : nested.object().members().keySet()) {
            options.put(name, ReadingJson.readText(nested, name));
        }
        return options;
    }

    private static Fields nested(Fields fields, String member) throws MalformedJsonException {
        JsonValue value = fields.object().get(member);
        return value == null ? new Fields(JsonObject.builder().build()) : Fields.of(value);
    }
}
