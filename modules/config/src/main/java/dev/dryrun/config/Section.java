package dev.dryrun.config;

import dev.dryrun.model.Nearest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/// One table of the file while it is read. A key that nobody asked for by the end is unknown.
final class Section {

    private final TomlTable table;
    private final TomlPosition position;
    private final String title;
    private final String path;
    private final Problems problems;
    private final SequencedSet<String> asked = new LinkedHashSet<>();

    /// @param position of the table itself, for what is missing in it
    /// @param title as the file writes it, `[project]`; empty for the top of the file
    /// @param path as the reference writes it, `project.`; empty for the top of the file
    Section(TomlTable table, TomlPosition position, String title, String path, Problems problems) {
        this.table = table;
        this.position = position;
        this.title = title;
        this.path = path;
        this.problems = problems;
    }

    @Nullable String string(String key) {
        return value(key, String.class, "a string");
    }

    String string(String key, String whenMissing) {
        String value = string(key);
        return value == null ? whenMissing : value;
    }

    @Nullable String nonEmpty(String key) {
        return parsed(key, "must not be empty", text -> text.isEmpty() ? null : text);
    }

    String required(String key) {
        String value = nonEmpty(key);
        if (!table.contains(List.of(key))) {
            problems.add(position, title + " needs " + quoted(key));
        }
        return value == null ? "" : value;
    }

    boolean flag(String key, boolean whenMissing) {
        Boolean value = flag(key);
        return value == null ? whenMissing : value;
    }

    @Nullable Boolean flag(String key) {
        return value(key, Boolean.class, "true or false");
    }

    long number(String key, long whenMissing, long min) {
        Long value = value(key, Long.class, "a whole number");
        if (value == null) {
            return whenMissing;
        }
        if (value < min) {
            problem(key, quoted(key) + in() + " must be at least " + min);
            return whenMissing;
        }
        return value;
    }

    String oneOf(String key, String whenMissing, List<String> words) {
        String value = parsed(key, null, text -> words.contains(text) ? text : null);
        if (value == null && table.get(List.of(key)) instanceof String wrong) {
            String said = wrong.isEmpty() ? " is empty; one of " : " is unknown; one of ";
            String names = said + words.stream().map(Section::quoted).toList();
            problem(
                    key,
                    quoted(wrong) + " for " + quoted(key) + in() + names + meant(wrong, words));
        }
        return value == null ? whenMissing : value;
    }

    @Nullable Duration duration(String key) {
        return parsed(
                key,
                "must be a positive duration like \"30m\", \"24h\" or \"7d\"",
                text -> DurationText.parse(text).filter(Duration::isPositive).orElse(null));
    }

    /// {@return the string turned into something; null when it is missing or wrong}
    ///
    /// @param complaint said of a string that `parse` answers with null; null to say nothing
    <T> @Nullable T parsed(
            String key, @Nullable String complaint, Function<String, @Nullable T> parse) {
        String text = string(key);
        T value = text == null ? null : parse.apply(text);
        if (text != null && value == null && complaint != null) {
            problem(key, quoted(key) + in() + " " + complaint);
        }
        return value;
    }

    List<String> strings(String key) {
        return strings(key, "a string", Optional::of);
    }

    /// {@return each string of an array turned into something; the wrong ones are left out}
    <T> List<T> strings(String key, String kind, Function<String, Optional<T>> parse) {
        TomlArray array = value(key, TomlArray.class, "an array of strings");
        List<T> values = new ArrayList<>();
        for (int i = 0; array != null && i < array.size(); i++) {
            Optional<T> value =
                    array.get(i) instanceof String text ? parse.apply(text) : Optional.empty();
            value.ifPresent(values::add);
            if (value.isEmpty()) {
                String shown = array.get(i) instanceof String text ? quoted(text) : "an element";
                problems.add(
                        orHere(array.inputPositionOf(i)),
                        shown + " of " + quoted(key) + in() + " is not " + kind);
            }
        }
        return values;
    }

    boolean isEmptyArray(String key) {
        return table.get(List.of(key)) instanceof TomlArray array && array.isEmpty();
    }

    boolean has(String key) {
        return table.contains(List.of(key));
    }

    /// {@return what `read` makes of a table; of an empty one when it is missing}
    <T extends @Nullable Object> T section(String key, Function<Section, T> read) {
        TomlTable inner = value(key, TomlTable.class, "a table");
        return read(
                inner == null ? Toml.parse("") : inner,
                inner == null ? position : at(key),
                "[" + inside(key) + "]",
                path + key + ".",
                read);
    }

    /// {@return what `read` makes of each table in a table, by name}
    <T> SequencedMap<String, T> named(String key, BiFunction<String, Section, T> read) {
        SequencedMap<String, T> values = new LinkedHashMap<>();
        TomlTable all = value(key, TomlTable.class, "a table of tables");
        if (all == null) {
            return values;
        }
        for (String name : all.keySet()) {
            TomlPosition at = orHere(all.inputPositionOf(List.of(name)));
            String innerTitle = "[" + inside(key) + "." + bare(name) + "]";
            if (all.get(List.of(name)) instanceof TomlTable inner) {
                values.put(
                        name,
                        read(
                                inner,
                                at,
                                innerTitle,
                                path + key + ".<name>.",
                                section -> read.apply(name, section)));
            } else {
                problems.add(at, innerTitle + " must be a table");
            }
        }
        return values;
    }

    /// {@return what `read` makes of each table of an array of tables}
    <T> List<T> sections(String key, Function<Section, T> read) {
        TomlArray array = value(key, TomlArray.class, "an array of tables, [[" + key + "]]");
        List<T> values = new ArrayList<>();
        for (int i = 0; array != null && i < array.size(); i++) {
            TomlPosition at = orHere(array.inputPositionOf(i));
            if (array.get(i) instanceof TomlTable inner) {
                values.add(read(inner, at, "[[" + key + "]]", path + key + "[].", read));
            } else {
                problems.add(at, "[[" + key + "]] must be a table");
            }
        }
        return values;
    }

    /// {@return every key that nobody asked for, with its text: for one who knows them}
    Map<String, String> rest() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            if (asked.add(key)) {
                Object value = table.get(List.of(key));
                if (value instanceof String || value instanceof Long || value instanceof Boolean) {
                    values.put(key, value.toString());
                } else {
                    problem(key, quoted(key) + in() + " must be a string, a number or a boolean");
                }
            }
        }
        return values;
    }

    /// Says something about a key, at its place.
    void problem(String key, String text) {
        problems.add(at(key), text);
    }

    /// Says something about the table itself.
    void problem(String text) {
        problems.add(position, title + " " + text);
    }

    String title() {
        return title;
    }

    /// Complains about every key that nobody asked for.
    void end() {
        for (String key : table.keySet()) {
            if (!asked.contains(key)) {
                problem(key, "unknown key " + quoted(key) + in() + meant(key, asked));
            }
        }
    }

    static String quoted(String text) {
        return "\"" + Toml.tomlEscape(text) + "\"";
    }

    private <T extends @Nullable Object> T read(
            TomlTable inner,
            TomlPosition at,
            String innerTitle,
            String innerPath,
            Function<Section, T> read) {
        Section section = new Section(inner, at, innerTitle, innerPath, problems);
        T value = read.apply(section);
        section.end();
        return value;
    }

    private <T> @Nullable T value(String key, Class<T> type, String expected) {
        asked.add(key);
        problems.know(path + key);
        Object value = table.get(List.of(key));
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        problem(key, quoted(key) + in() + " must be " + expected + ", not " + kind(value));
        return null;
    }

    private TomlPosition at(String key) {
        return orHere(table.inputPositionOf(List.of(key)));
    }

    private TomlPosition orHere(@Nullable TomlPosition at) {
        return at == null ? position : at;
    }

    private String in() {
        return title.isEmpty() ? "" : " in " + title;
    }

    private String inside(String key) {
        return title.isEmpty() ? key : title.replaceAll("[\\[\\]]", "") + "." + key;
    }

    static String meant(String word, Collection<String> words) {
        return Nearest.one(word, words)
                .map(near -> "; did you mean " + quoted(near) + "?")
                .orElse("");
    }

    static String bare(String name) {
        return name.matches("[A-Za-z0-9_-]+") ? name : quoted(name);
    }

    private static String kind(Object value) {
        return switch (value) {
            case String _ -> "a string";
            case Long _ -> "a whole number";
            case Double _ -> "a number";
            case Boolean _ -> "a boolean";
            case TomlArray _ -> "an array";
            case TomlTable _ -> "a table";
            default -> "a date or time";
        };
    }
}
