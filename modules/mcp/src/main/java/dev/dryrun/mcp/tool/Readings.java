package dev.dryrun.mcp.tool;

import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.model.Reading;
import java.time.Instant;
import java.util.function.Function;

/// Figures as members of an answer: the bare value when measured, `{"estimated": value}`, or
/// `{"absent": "reason"}`. A figure that the server does not keep is left out.
final class Readings {

    private Readings() {}

    static void putWhole(JsonObject.Builder out, String name, Reading<? extends Number> reading) {
        put(out, name, reading, number -> JsonNumber.of(number.longValue()));
    }

    static void putNumber(JsonObject.Builder out, String name, Reading<Double> reading) {
        put(out, name, reading, JsonNumber::of);
    }

    static void putText(JsonObject.Builder out, String name, Reading<String> reading) {
        put(out, name, reading, JsonString::new);
    }

    static void putInstant(JsonObject.Builder out, String name, Reading<Instant> reading) {
        put(out, name, reading, instant -> new JsonString(instant.toString()));
    }

    private static <T> void put(
            JsonObject.Builder out,
            String name,
            Reading<T> reading,
            Function<? super T, ? extends JsonValue> json) {
        switch (reading) {
            case Reading.Measured<T>(T value) -> out.put(name, json.apply(value));
            case Reading.Estimated<T>(T value) ->
                    out.put(name, JsonObject.builder().put("estimated", json.apply(value)).build());
            case Reading.Absent<T>(Reading.Reason reason) -> {
                if (reason != Reading.Reason.NONE_KEPT) {
                    out.put(name, JsonObject.builder().put("absent", reason.word()).build());
                }
            }
        }
    }
}
