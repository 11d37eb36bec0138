package dev.dryrun.diff;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How alike two documents are, names aside: the share of their values that both have.
///
/// @param values each value with the members that lead to it, and how often it is there
/// @param count of all values
record Likeness(Map<String, Integer> values, int count) {

    /// Members that say nothing of what an object is.
    private static final Set<String> LEFT_OUT = Set.of("depends_on", "uses");

    private static final String OWN = "\0";

    static Likeness of(JsonObject document) {
        String name = Members.text(document, "name");
        String own = name.contains("(") ? name.substring(0, name.indexOf('(')) : name;
        List<String> values = new ArrayList<>();
        document.members()
                .forEach((member, value) -> {
                    if (!LEFT_OUT.contains(member)
                            && !member.equals("name")
                            && !member.equals("schema")) {
                        collect(member, value, own, values);
                    }
                });
        Map<String, Integer> counts = new HashMap<>();
        values.forEach(value -> counts.merge(value, 1, Integer::sum));
        return new Likeness(counts, values.size());
    }

    private static void collect(String path, JsonValue value, String own, List<String> values) {
        switch (value) {
            case JsonObject object ->
                    object.members()
                            .forEach((name, member) ->
                                    collect(path + "." + name, member, own, values));
            case JsonArray array ->
                    array.elements().forEach(element -> collect(path, element, own, values));
            case JsonString(String text) ->
                    values.add(path + "=" + (text.equals(own) ? OWN : text.replace(own, OWN)));
            default -> values.add(path + "=" + value);
        }
    }

    /// {@return the share of values that both have, 0 to 100}
    int percent(Likeness other) {
        if (count + other.count == 0) {
            return 100;
        }
        int common = 0;
        for (Map.Entry<String, Integer> value : values.entrySet()) {
            common += Math.min(value.getValue(), other.values.getOrDefault(value.getKey(), 0));
        }
        return (int) Math.round(200.0 * common / (count + other.count));
    }
}
