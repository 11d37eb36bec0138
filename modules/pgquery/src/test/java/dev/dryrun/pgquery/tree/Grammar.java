package dev.dryrun.pgquery.tree;

import dev.dryrun.pgquery.PgQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The tree as the library's own description of it, `pg_query.proto`, has it.
///
/// @param messages the fields of each kind, in order, by their name in JSON
/// @param enums the constants of each enumeration
record Grammar(Map<String, SequencedMap<String, Field>> messages, Map<String, List<String>> enums) {

    private static final Path PROTO =
            Path.of(System.getProperty(PgQuery.LIBRARY_PROPERTY))
                    .resolveSibling("include")
                    .resolve("pg_query.proto");

    private static final Pattern FIELD =
            Pattern.compile(
                    "\\s+(repeated )?(\\w+) (\\w+) = \\d+(?: \\[json_name=\"(\\w+)\"])?;.*");

    private static final Pattern CONSTANT = Pattern.compile("\\s+(\\w+) = \\d+;");

    /// @param list whether there may be several
    /// @param type a kind, an enumeration or a plain type
    record Field(boolean list, String type) {}

    static Grammar read() throws IOException {
        Map<String, SequencedMap<String, Field>> messages = new LinkedHashMap<>();
        Map<String, List<String>> enums = new LinkedHashMap<>();
        String inside = "";
        for (String line : Files.readAllLines(PROTO)) {
            Matcher field = FIELD.matcher(line);
            Matcher constant = CONSTANT.matcher(line);
            if (line.startsWith("message ") || line.startsWith("enum ")) {
                inside = line.split(" ", -1)[1];
            } else if (field.matches()) {
                String json = field.group(4) == null ? field.group(3) : field.group(4);
                messages.computeIfAbsent(inside, _ -> new LinkedHashMap<>())
                        .put(json, new Field(field.group(1) != null, field.group(2)));
            } else if (constant.matches()) {
                enums.computeIfAbsent(inside, _ -> new ArrayList<>()).add(constant.group(1));
            }
        }
        return new Grammar(messages, enums);
    }

    /// {@return the fields of a kind; empty for one that has none}
    SequencedMap<String, Field> fields(String kind) {
        return messages.getOrDefault(kind, new LinkedHashMap<>());
    }

    /// {@return the constants of an enumeration, without that of protobuf's own}
    List<String> constants(String enumeration) {
        return enums.getOrDefault(enumeration, List.of()).stream()
                .filter(name -> !name.endsWith("_UNDEFINED"))
                .toList();
    }

    /// {@return a field's name in Java's spelling}
    static String java(String json) {
        Matcher matcher = Pattern.compile("_(\\w)").matcher(json);
        return matcher.replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
    }
}
