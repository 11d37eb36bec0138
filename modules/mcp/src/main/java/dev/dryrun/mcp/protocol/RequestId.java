package dev.dryrun.mcp.protocol;

import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a client calls a request by: a string or a whole number, given back exactly as it came.
///
/// @param value a [JsonString], or a [JsonNumber] of digits only
public record RequestId(JsonValue value) {

    public RequestId {
        if (!isId(value)) {
            throw new IllegalArgumentException("an id is a string or a whole number");
        }
    }

    /// {@return the id, or empty when the value can be none}
    ///
    /// @param value the member `id` of a message; null when it is not there
    public static Optional<RequestId> of(@Nullable JsonValue value) {
        return value != null && isId(value) ? Optional.of(new RequestId(value)) : Optional.empty();
    }

    private static boolean isId(JsonValue value) {
        return value instanceof JsonString
                || (value instanceof JsonNumber(String text) && isWhole(text));
    }

    private static boolean isWhole(String number) {
        return number.indexOf('.') < 0 && number.indexOf('e') < 0 && number.indexOf('E') < 0;
    }
}
