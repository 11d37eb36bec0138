package dev.dryrun.diff;

import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.ObjectKind;
import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.QualifiedName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Looks into the JSON of documents, whatever is missing there.
final class Members {

    static final JsonObject NONE = JsonObject.builder().build();

    private static final Set<String> READING = Set.of("absent", "estimated");

    private Members() {}

    static String text(JsonObject object, String name) {
        return object.get(name) instanceof JsonString(String text) ? text : "";
    }

    static JsonObject object(JsonObject object, String name) {
        return object.get(name) instanceof JsonObject nested ? nested : NONE;
    }

    static List<JsonValue> list(JsonObject object, String name) {
        return elements(object.get(name));
    }

    static List<JsonValue> elements(@Nullable JsonValue value) {
        return value instanceof JsonArray(List<JsonValue> elements) ? elements : List.of();
    }

    /// {@return the elements that are objects}
    static Stream<JsonObject> objects(JsonObject object, String name) {
        return list(object, name).stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast);
    }

    /// {@return the element of a list that has this name}
    static Optional<JsonObject> named(JsonObject object, String list, String name) {
        return objects(object, list).filter(one -> text(one, "name").equals(name)).findFirst();
    }

    /// {@return the objects that a document depends on}
    static Stream<ObjectRef> dependsOn(JsonObject document) {
        return objects(document, "depends_on").flatMap(ref -> reference(ref).stream());
    }

    /// {@return what an object with the members `kind`, `schema`, `name` stands for}
    static Optional<ObjectRef> reference(JsonObject ref) {
        return ObjectKind.ofWord(text(ref, "kind"))
                .flatMap(kind -> name(ref).map(name -> new ObjectRef(kind, name)));
    }

    /// {@return the name that the members `schema` and `name` are}
    static Optional<QualifiedName> name(JsonObject object) {
        String name = text(object, "name");
        return name.isEmpty()
                ? Optional.empty()
                : Optional.of(new QualifiedName(text(object, "schema"), name));
    }

    /// {@return whether the value stands for one that is not known, or estimated}
    static boolean isReading(JsonObject object) {
        return object.members().size() == 1 && READING.containsAll(object.members().keySet());
    }
}
