package dev.dryrun.advise;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonBoolean;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A line of EXPLAIN's text form below a node, as the properties that the JSON form has for it.
final class NodeDetail {

    private static final Set<String> LISTS =
            Set.of("Sort Key", "Presorted Key", "Group Key", "Hash Key", "Output");
    private static final Set<String> TEXTS =
            Set.of(
                    "Filter",
                    "Index Cond",
                    "Recheck Cond",
                    "Hash Cond",
                    "Merge Cond",
                    "Join Filter",
                    "TID Cond",
                    "Order By",
                    "One-Time Filter",
                    "Run Condition",
                    "Cache Key",
                    "Cache Mode",
                    "Function Call",
                    "Window");

    private static final Pattern SORT = Pattern.compile("(.*?)  (Memory|Disk): (\\d+)kB");
    private static final Pattern FIGURE =
            Pattern.compile(
                    "([A-Z][A-Za-z ]*): ([\\d.]+|[A-Za-z]+)(kB)?(?: \\(originally (\\d+)\\))?");
    private static final Pattern COUNTED = Pattern.compile("([a-z]+)=(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

    private static final Map<String, String> OF_CACHE =
            Map.of(
                    "Hits", "Cache Hits",
                    "Misses", "Cache Misses",
                    "Evictions", "Cache Evictions",
                    "Overflows", "Cache Overflows",
                    "Memory Usage", "Peak Memory Usage");

    private NodeDetail() {}

    /// Adds what a line says; what it does not understand it adds as text.
    ///
    /// @param line without its indent
    /// @param properties of the node
    static void put(String line, SequencedMap<String, JsonValue> properties) {
        int colon = line.indexOf(": ");
        if (colon < 0) {
            return;
        }
        String name = line.substring(0, colon);
        String value = line.substring(colon + 2);
        if (LISTS.contains(name)) {
            properties.putIfAbsent(name, JsonArray.ofStrings(divided(value)));
        } else if (TEXTS.contains(name)) {
            properties.putIfAbsent(name, new JsonString(value));
        } else {
            switch (name) {
                case "Sort Method" -> sort(value, properties);
                case "Buffers" -> buffers(value, properties);
                case "Heap Blocks" -> heapBlocks(value, properties);
                case "Buckets", "Batches", "Planned Partitions" ->
                        hash(name.equals("Buckets"), line, properties);
                // How each group of an incremental sort went: an object of its own in JSON.
                case "Full-sort Groups", "Pre-sorted Groups" -> {}
                case "Hits" -> figures(OF_CACHE, line, properties);
                case "Storage" -> figures(Map.of(), line, properties);
                default -> properties.putIfAbsent(name, plain(value));
            }
        }
    }

    private static JsonValue plain(String value) {
        if (value.equals("true") || value.equals("false")) {
            return new JsonBoolean(value.equals("true"));
        }
        return NUMBER.matcher(value).matches() ? new JsonNumber(value) : new JsonString(value);
    }

    private static void sort(String value, SequencedMap<String, JsonValue> properties) {
        Matcher sort = SORT.matcher(value);
        if (sort.matches()) {
            properties.put("Sort Method", new JsonString(sort.group(1)));
            properties.put("Sort Space Used", new JsonNumber(sort.group(3)));
            properties.put("Sort Space Type", new JsonString(sort.group(2)));
        } else {
            properties.put("Sort Method", new JsonString(value));
        }
    }

    private static void buffers(String value, SequencedMap<String, JsonValue> properties) {
        for (String kind : value.split(", ", -1)) {
            int space = kind.indexOf(' ');
            String where = capital(kind.substring(0, Math.max(space, 0)));
            Matcher counted = COUNTED.matcher(kind);
            while (counted.find()) {
                properties.put(
                        where + " " + capital(counted.group(1)) + " Blocks",
                        new JsonNumber(counted.group(2)));
            }
        }
    }

    private static void heapBlocks(String value, SequencedMap<String, JsonValue> properties) {
        Matcher counted = COUNTED.matcher(value);
        while (counted.find()) {
            properties.put(
                    capital(counted.group(1)) + " Heap Blocks", new JsonNumber(counted.group(2)));
        }
    }

    private static void hash(
            boolean ofJoin, String line, SequencedMap<String, JsonValue> properties) {
        figures(
                ofJoin
                        ? Map.of(
                                "Buckets", "Hash Buckets",
                                "Batches", "Hash Batches",
                                "Memory Usage", "Peak Memory Usage")
                        : Map.of(
                                "Batches", "HashAgg Batches",
                                "Memory Usage", "Peak Memory Usage"),
                line,
                properties);
    }

    /// Several figures on one line, two spaces between them.
    private static void figures(
            Map<String, String> names, String line, SequencedMap<String, JsonValue> properties) {
        for (String part : line.split("  ", -1)) {
            Matcher figure = FIGURE.matcher(part);
            if (figure.matches()) {
                String name = names.getOrDefault(figure.group(1), figure.group(1));
                properties.put(name, plain(figure.group(2)));
                if (figure.group(4) != null) {
                    properties.put("Original " + name, new JsonNumber(figure.group(4)));
                }
            }
        }
    }

    private static String capital(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /// {@return a list's elements: divided at commas outside of parentheses and quotes}
    static List<String> divided(String list) {
        List<String> elements = new ArrayList<>();
        int depth = 0;
        char quote = '\0';
        int begin = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            if (quote != '\0') {
                quote = c == quote ? '\0' : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (c == ')' || c == ']') {
                depth--;
            } else if (c == ',' && depth == 0) {
                elements.add(list.substring(begin, i).strip());
                begin = i + 1;
            }
        }
        elements.add(list.substring(begin).strip());
        return elements;
    }
}
