package dev.dryrun.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Takes the members of an object one by one, each as the type it must have.
///
/// @param object the members
record Fields(JsonObject object) {

    /// Makes a record of an object's members.
    ///
    /// @param <T> the record
    interface Decoder<T> {
        T decode(Fields fields) throws MalformedJsonException;
    }

    static Fields of(JsonValue value) throws MalformedJsonException {
        if (value instanceof JsonObject object) {
            return new Fields(object);
        }
        throw new MalformedJsonException("an object was expected");
    }

    String text(String name) throws MalformedJsonException {
        String text = textOrNull(name);
        if (text == null) {
            throw missing(name);
        }
        return text;
    }

    @Nullable String textOrNull(String name) throws MalformedJsonException {
        return switch (object.get(name)) {
            case null -> null;
            case JsonString(String text) -> text;
            default -> throw wrong(name, "a string");
        };
    }

    boolean flag(String name) throws MalformedJsonException {
        return switch (object.get(name)) {
            case null -> false;
            case JsonBoolean(boolean truth) -> truth;
            default -> throw wrong(name, "true or false");
        };
    }

    long whole(String name) throws MalformedJsonException {
        if (object.get(name) instanceof JsonNumber number) {
            try {
                return number.longValue();
            } catch (ArithmeticException e) {
                throw wrong(name, "a whole number");
            }
        }
        throw wrong(name, "a whole number");
    }

    /// {@return the whole number, or the other one where the member is missing}
    long wholeOr(String name, long missing) throws MalformedJsonException {
        return object.get(name) == null ? missing : whole(name);
    }

    @Nullable Integer wholeOrNull(String name) throws MalformedJsonException {
        return object.get(name) == null ? null : Math.toIntExact(whole(name));
    }

    /// {@return the word, or the other one where the member is missing}
    <E> E wordOr(String name, java.util.function.Function<String, Optional<E>> ofWord, E missing)
            throws MalformedJsonException {
        return object.get(name) == null ? missing : word(name, ofWord);
    }

    <E> E word(String name, java.util.function.Function<String, Optional<E>> ofWord)
            throws MalformedJsonException {
        return ofWord.apply(text(name)).orElseThrow(() -> wrong(name, "a known word"));
    }

    List<String> texts(String name) throws MalformedJsonException {
        JsonValue value = object.get(name);
        return value == null ? List.of() : ReadingJson.texts(value);
    }

    /// {@return the object that the member is}
    Fields member(String name) throws MalformedJsonException {
        JsonValue value = object.get(name);
        if (value == null) {
            throw missing(name);
        }
        return of(value);
    }

    <T> List<T> list(String name, Decoder<T> decoder) throws MalformedJsonException {
        List<T> list = new ArrayList<>();
        for (JsonValue element : elements(name)) {
            list.add(decoder.decode(of(element)));
        }
        return list;
    }

    <T> @Nullable T nested(String name, Decoder<T> decoder) throws MalformedJsonException {
        JsonValue value = object.get(name);
        return value == null ? null : decoder.decode(of(value));
    }

    private List<JsonValue> elements(String name) throws MalformedJsonException {
        return switch (object.get(name)) {
            case null -> List.of();
            case JsonArray(List<JsonValue> elements) -> elements;
            default -> throw wrong(name, "an array");
        };
    }

    static MalformedJsonException wrong(String name, String expected) {
        return new MalformedJsonException("\"" + name + "\" must be " + expected);
    }

    private static MalformedJsonException missing(String name) {
        return new MalformedJsonException("\"" + name + "\" is missing");
    }
}
