package dev.dryrun.report;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonValue;

/// A result's JSON as it is printed.
public final class JsonText {

    private JsonText() {}

    /// {@return the value, indented by two, with a line break at its end; characters that a
    /// terminal would obey are escaped}
    ///
    /// @param value what to print
    public static String of(JsonValue value) {
        return VisibleText.inJson(Json.pretty(value)) + "\n";
    }
}
