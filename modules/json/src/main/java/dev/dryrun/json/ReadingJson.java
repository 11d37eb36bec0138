package dev.dryrun.json;

import dev.dryrun.model.Reading;
import dev.dryrun.model.Reading.Reason;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// A [Reading] as a member: the bare value when measured, `{"estimated": value}`, or `{"absent":
/// "reason"}`. The reason NONE_KEPT, by far the commonest, leaves the member out.
final class ReadingJson {

    private static final MemberNames NAMES = MemberNames.of("estimated", "absent");

    private ReadingJson() {}

    /// Makes a figure of its JSON.
    ///
    /// @param <T> the figure
    interface Decoder<T> {
        T decode(JsonValue value) throws MalformedJsonException;
    }

    static <T> void put(
            JsonObject.Builder out, String name, Reading<T> reading, Function<T, JsonValue> json) {
        // No switch: a capture comes here some hundred times for each table.
        if (reading instanceof Reading.Measured<T>(T value)) {
            out.put(name, json.apply(value));
        } else if (reading instanceof Reading.Estimated<T>(T value)) {
            out.put(name, JsonObject.builder(NAMES).put("estimated", json.apply(value)).build());
        } else if (reading instanceof Reading.Absent<T>(Reason reason)
                && reason != Reason.NONE_KEPT) {
            out.put(name, JsonObject.builder(NAMES).put("absent", reason.word()).build());
        }
    }

    static <T> Reading<T> read(Fields fields, String name, Decoder<T> decoder)
            throws MalformedJsonException {
        JsonValue value = fields.object().get(name);
        if (value == null) {
            return Reading.absent(Reason.NONE_KEPT);
        }
        if (!(value instanceof JsonObject object)) {
            return Reading.measured(decoder.decode(value));
        }
        JsonValue estimated = object.get("estimated");
        return estimated != null
                ? Reading.estimated(decoder.decode(estimated))
                : Reading.absent(new Fields(object).word("absent", Reason::ofWord));
    }

    static void putText(JsonObject.Builder out, String name, Reading<String> reading) {
        put(out, name, reading, JsonString::new);
    }

    static Reading<String> readText(Fields fields, String name) throws MalformedJsonException {
        return read(fields, name, ReadingJson::text);
    }

    static long whole(JsonValue value) throws MalformedJsonException {
        if (value instanceof JsonNumber number) {
            try {
                return number.longValue();
            } catch (ArithmeticException e) {
                throw new MalformedJsonException("a whole number was expected");
            }
        }
        throw new MalformedJsonException("a whole number was expected");
    }

    static double fraction(JsonValue value) throws MalformedJsonException {
        if (value instanceof JsonNumber number) {
            return number.doubleValue();
        }
        throw new MalformedJsonException("a number was expected");
    }

    static String text(JsonValue value) throws MalformedJsonException {
        if (value instanceof JsonString(String text)) {
            return text;
        }
        throw new MalformedJsonException("a string was expected");
    }

    static List<String> texts(JsonValue value) throws MalformedJsonException {
        if (!(value instanceof JsonArray(List<JsonValue> elements))) {
            throw new MalformedJsonException("an array of strings was expected");
        }
        List<String> texts = new ArrayList<>(elements.size());
        for (JsonValue element : elements) {
            texts.add(text(element));
        }
        return texts;
    }

    static Instant instant(JsonValue value) throws MalformedJsonException {
        try {
            return Instant.parse(text(value));
        } catch (DateTimeException e) {
            throw new MalformedJsonException("a time was expected");
        }
    }
}
