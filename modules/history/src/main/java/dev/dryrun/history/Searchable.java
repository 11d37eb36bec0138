package dev.dryrun.history;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One thing that a search can find, and the texts it is found by.
///
/// @param ref what it is and is called
/// @param table the table or view it belongs to; null unless it is a column or an index
/// @param detail a column's type, an index's definition, an enum's labels; null when the kind says
///   it all
/// @param comment its comment; null when there is none
/// @param what what `text` is: `definition` or `label`; null when there is none
/// @param text a further text to look into; null when there is none
public record Searchable(
        ObjectRef ref,
        @Nullable QualifiedName table,
        @Nullable String detail,
        @Nullable String comment,
        @Nullable String what,
        @Nullable String text) {

    private static final String DEFINITION = "definition";

    /// The members that hold a definition's text, whatever the kind of object.
    private static final List<String> DEFINITIONS =
            List.of(DEFINITION, "body", "expression", "properties");

    /// {@return the text in the form in which letter case does not matter}
    ///
    /// @param text any text
    public static String fold(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    /// {@return what can be found in a document: the object itself, then its columns and indexes}
    ///
    /// Goes by the members' names and not by the document's type, so that a new kind of object is
    /// found too.
    ///
    /// @param about what the document is about
    /// @param document the document
    static List<Searchable> of(ObjectRef about, JsonObject document) {
        List<Searchable> found = new ArrayList<>();
        found.add(own(about, document));
        for (JsonObject column : members(document, "columns")) {
            String name = string(column, "name");
            if (name != null) {
                ObjectRef ref = member(ObjectKind.COLUMN, about, name);
                String type = string(column, "type");
                String comment = string(column, "comment");
                found.add(new Searchable(ref, about.name(), type, comment, null, null));
            }
        }
        for (JsonObject index : members(document, "indexes")) {
            String name = string(index, "name");
            if (name != null) {
                ObjectRef ref = member(ObjectKind.INDEX, about, name);
                String text = indexText(index);
                String what = DEFINITION;
                String comment = string(index, "comment");
                found.add(new Searchable(ref, about.name(), text, comment, what, text));
            }
        }
        return found;
    }

    /// {@return every text a document is found by, folded, in lines}
    ///
    /// @param about what the document is about
    /// @param document the document
    static String lines(ObjectRef about, JsonObject document) {
        Set<String> lines = new LinkedHashSet<>();
        for (Searchable searchable : of(about, document)) {
            lines.add(fold(searchable.ref.name().display()));
            if (searchable.comment != null) {
                lines.add(fold(searchable.comment));
            }
            if (searchable.text != null) {
                lines.add(fold(searchable.text));
            }
        }
        return String.join("\n", lines);
    }

    private static Searchable own(ObjectRef about, JsonObject document) {
        String comment = string(document, "comment");
        List<String> labels = strings(document.get("labels"));
        if (!labels.isEmpty()) {
            String all = String.join(", ", labels);
            return new Searchable(about, null, all, comment, "label", all);
        }
        List<String> texts = new ArrayList<>();
        DEFINITIONS.forEach(name -> texts.addAll(strings(document.get(name))));
        return texts.isEmpty()
                ? new Searchable(about, null, null, comment, null, null)
                : new Searchable(about, null, null, comment, DEFINITION, String.join("\n", texts));
    }

    /// What an index is over, in the order of SQL: method, keys, included columns, condition.
    private static String indexText(JsonObject index) {
        StringBuilder text = new StringBuilder(String.join(" ", strings(index.get("method"))));
        text.append(" (").append(String.join(", ", strings(index.get("keys")))).append(')');
        List<String> include = strings(index.get("include"));
        if (!include.isEmpty()) {
            text.append(" INCLUDE (").append(String.join(", ", include)).append(')');
        }
        List<String> predicate = strings(index.get("predicate"));
        if (!predicate.isEmpty()) {
            text.append(" WHERE ").append(String.join(" ", predicate));
        }
        return text.toString();
    }

    private static ObjectRef member(ObjectKind kind, ObjectRef about, String name) {
        return new ObjectRef(kind, new QualifiedName(about.name().schema(), name));
    }

    private static List<JsonObject> members(JsonObject document, String name) {
        return document.get(name) instanceof JsonArray array
                ? array.elements().stream()
                        .filter(JsonObject.class::isInstance)
                        .map(JsonObject.class::cast)
                        .toList()
                : List.of();
    }

    private static @Nullable String string(JsonObject object, String name) {
        return object.get(name) instanceof JsonString(String text) ? text : null;
    }

    /// {@return the strings that a value is or holds}
    private static List<String> strings(@Nullable JsonValue value) {
        List<String> strings = new ArrayList<>();
        if (value instanceof JsonString(String text)) {
            strings.add(text);
        } else if (value instanceof JsonArray array) {
            array.elements().forEach(element -> strings.addAll(strings(element)));
        } else if (value instanceof JsonObject object) {
            object.members().values().forEach(member -> strings.addAll(strings(member)));
        }
        return strings;
    }
}
