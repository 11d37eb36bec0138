package dev.dryrun.json;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// Properties as a member `properties`: an object of arrays of strings.
final class PropertiesJson {

    private PropertiesJson() {}

    static void put(JsonObject.Builder out, SortedMap<String, List<String>> properties) {
        JsonObject.Builder members = JsonObject.builder();
        properties.forEach((name, values) -> members.put(name, JsonArray.ofStrings(values)));
        out.put("properties", members.build());
    }

    static SortedMap<String, List<String>> read(Fields in) throws MalformedJsonException {
        Fields properties =
                in.object().get("properties") instanceof JsonObject object
                        ? new Fields(object)
                        : new Fields(JsonObject.builder().build());
        SortedMap<String, List<String>> values = new TreeMap<>();
        for (String name : properties.object().members().keySet()) {
            values.put(name, properties.texts(name));
        }
        return values;
    }
}
