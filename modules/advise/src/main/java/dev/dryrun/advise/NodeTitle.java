package dev.dryrun.advise;

import dev.dryrun.json.JsonBoolean;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The line that EXPLAIN's text form begins a node with: what it is, on what, and its figures.
final class NodeTitle {

    /// A node's properties, by the names of the JSON form.
    private final SequencedMap<String, JsonValue> properties = new LinkedHashMap<>();

    private static final Pattern FIGURES =
            Pattern.compile(
                    "(.*?)"
                            + "(?:  ?\\(cost=(\\d+\\.\\d+)\\.\\.(\\d+\\.\\d+) rows=(\\d+)"
                            + " width=(\\d+)\\))?"
                            + "(?: \\(actual(?: time=(\\d+\\.\\d+)\\.\\.(\\d+\\.\\d+))?"
                            + " rows=(\\d+(?:\\.\\d+)?) loops=(\\d+)\\)"
                            + "|( \\(never executed\\)))?",
                    Pattern.DOTALL);

    /// What may follow a scan: an index, a relation with its schema, an alias.
    private static final Pattern TARGET =
            Pattern.compile(
                    "(Backward )?(?:using (\"(?:[^\"]|\"\")+\"|\\S+) )?on (?:(?<schema>NAME)\\.)?"
                                    .replace("NAME", "\"(?:[^\"]|\"\")+\"|[^\\s\".]+")
                            + "(?<name>NAME)(?: (?<alias>NAME))?"
                                    .replace("NAME", "\"(?:[^\"]|\"\")+\"|[^\\s\".]+"));

    private static final Pattern JOIN =
            Pattern.compile(
                    "(Hash|Merge|Nested Loop)"
                            + "(?: (Left|Full|Right|Semi|Anti|Right Semi|Right Anti))?"
                            + "( Join)?");
    private static final Pattern SET_OPERATION =
            Pattern.compile("(HashSetOp|SetOp) (Except|Intersect)( All)?");

    private static final Map<String, String> AGGREGATES =
            Map.of(
                    "Aggregate", "Plain",
                    "GroupAggregate", "Sorted",
                    "HashAggregate", "Hashed",
                    "MixedAggregate", "Mixed");

    private static final Set<String> BARE =
            Set.of(
                    "Append",
                    "BitmapAnd",
                    "BitmapOr",
                    "Gather",
                    "Gather Merge",
                    "Group",
                    "Hash",
                    "Incremental Sort",
                    "Limit",
                    "LockRows",
                    "Materialize",
                    "Memoize",
                    "Merge Append",
                    "ProjectSet",
                    "Recursive Union",
                    "Result",
                    "Sort",
                    "Unique",
                    "WindowAgg");

    private static final List<String> SCANS =
            List.of(
                    "Index Only Scan",
                    "Index Scan",
                    "Bitmap Index Scan",
                    "Bitmap Heap Scan",
                    "Seq Scan",
                    "Sample Scan",
                    "Tid Range Scan",
                    "Tid Scan",
                    "Subquery Scan",
                    "Function Scan",
                    "Table Function Scan",
                    "Values Scan",
                    "CTE Scan",
                    "Named Tuplestore Scan",
                    "WorkTable Scan",
                    "Foreign Scan",
                    "Foreign Insert",
                    "Foreign Update",
                    "Foreign Delete");

    private static final Set<String> WRITES = Set.of("Insert", "Update", "Delete", "Merge");

    /// No title is longer: it has a few names of at most 63 bytes.
    private static final int CHARS_MAX = 2_000;

    private NodeTitle() {}

    /// {@return the properties that the title gives; empty when it is not one}
    ///
    /// @param line the whole line, without its indent and its arrow
    static Optional<SequencedMap<String, JsonValue>> parse(String line) {
        Matcher figures = FIGURES.matcher(line);
        NodeTitle title = new NodeTitle();
        if (line.length() > CHARS_MAX || !figures.matches() || !title.title(figures.group(1))) {
            return Optional.empty();
        }
        title.figures(figures);
        return Optional.of(title.properties);
    }

    private void figures(Matcher figures) {
        List<String> names =
                List.of(
                        "Startup Cost",
                        "Total Cost",
                        "Plan Rows",
                        "Plan Width",
                        "Actual Startup Time",
                        "Actual Total Time",
                        "Actual Rows",
                        "Actual Loops");
        for (int i = 0; i < names.size(); i++) {
            String figure = figures.group(i + 2);
            if (figure != null) {
                properties.put(names.get(i), new JsonNumber(figure));
            }
        }
        if (figures.group(10) != null) {
            names.subList(4, 8).forEach(name -> properties.put(name, JsonNumber.of(0)));
        }
    }

    private boolean title(String words) {
        String rest = words;
        if (rest.startsWith("Async ")) {
            rest = rest.substring("Async ".length());
        }
        boolean parallel = rest.startsWith("Parallel ");
        rest = parallel ? rest.substring("Parallel ".length()) : rest;
        String partial = "Simple";
        for (String mode : List.of("Partial", "Finalize")) {
            if (rest.startsWith(mode + " ")) {
                partial = mode;
                rest = rest.substring(mode.length() + 1);
            }
        }
        boolean known = node(rest, partial);
        properties.put("Parallel Aware", new JsonBoolean(parallel));
        return known;
    }

    private boolean node(String words, String partial) {
        String strategy = AGGREGATES.get(words);
        if (strategy != null) {
            put("Node Type", "Aggregate");
            put("Strategy", strategy);
            put("Partial Mode", partial);
            return true;
        }
        if (BARE.contains(words)) {
            put("Node Type", words);
            return true;
        }
        return join(words) || setOperation(words) || write(words) || custom(words) || scan(words);
    }

    private boolean join(String words) {
        Matcher join = JOIN.matcher(words);
        if (!join.matches()) {
            return false;
        }
        boolean loop = join.group(1).equals("Nested Loop");
        put("Node Type", loop ? join.group(1) : join.group(1) + " Join");
        put("Join Type", join.group(2) == null ? "Inner" : join.group(2));
        return loop ? (join.group(2) == null) == (join.group(3) == null) : join.group(3) != null;
    }

    private boolean setOperation(String words) {
        Matcher operation = SET_OPERATION.matcher(words);
        if (!operation.matches()) {
            return false;
        }
        put("Node Type", "SetOp");
        put("Strategy", operation.group(1).equals("HashSetOp") ? "Hashed" : "Sorted");
        put("Command", operation.group(2) + (operation.group(3) == null ? "" : " All"));
        return true;
    }

    private boolean write(String words) {
        int space = words.indexOf(' ');
        if (space < 0 || !WRITES.contains(words.substring(0, space))) {
            return false;
        }
        put("Node Type", "ModifyTable");
        put("Operation", words.substring(0, space));
        return target("ModifyTable", words.substring(space + 1));
    }

    private boolean custom(String words) {
        Matcher custom = Pattern.compile("Custom Scan \\(([^)]+)\\)(?: (.*))?").matcher(words);
        if (!custom.matches()) {
            return false;
        }
        put("Node Type", "Custom Scan");
        put("Custom Plan Provider", custom.group(1));
        return custom.group(2) == null || target("Custom Scan", custom.group(2));
    }

    private boolean scan(String words) {
        for (String scan : SCANS) {
            if (words.equals(scan)) {
                put("Node Type", scan);
                return true;
            }
            if (words.startsWith(scan + " ")) {
                put("Node Type", scan);
                return target(scan, words.substring(scan.length() + 1));
            }
        }
        return false;
    }

    private boolean target(String type, String words) {
        Matcher target = TARGET.matcher(words);
        if (!target.matches()) {
            return false;
        }
        String name = String.valueOf(unquoted(target.group("name")));
        if (type.startsWith("Index")) {
            put("Scan Direction", target.group(1) == null ? "Forward" : "Backward");
            put("Index Name", unquoted(target.group(2)));
        }
        if (type.equals("Bitmap Index Scan")) {
            put("Index Name", name);
            return true;
        }
        String alias = unquoted(target.group("alias"));
        String named =
                switch (type) {
                    case "CTE Scan", "WorkTable Scan" -> "CTE Name";
                    case "Function Scan" -> "Function Name";
                    case "Table Function Scan" -> "Table Function Name";
                    case "Named Tuplestore Scan" -> "Tuplestore Name";
                    case "Subquery Scan", "Values Scan" -> "Alias";
                    default -> "Relation Name";
                };
        put(named, name);
        put("Schema", unquoted(target.group("schema")));
        properties.putIfAbsent("Alias", new JsonString(alias == null ? name : alias));
        return true;
    }

    private void put(String property, @Nullable String value) {
        if (value != null) {
            properties.put(property, new JsonString(value));
        }
    }

    static @Nullable String unquoted(@Nullable String identifier) {
        return identifier == null || !identifier.startsWith("\"")
                ? identifier
                : identifier.substring(1, identifier.length() - 1).replace("\"\"", "\"");
    }
}
