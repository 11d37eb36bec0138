package dev.dryrun.mcp.protocol;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/// Writes one JSON value a line, and flushes. For one thread.
public final class LineWriter {

    private static final HexFormat HEX = HexFormat.of();

    private final OutputStream output;

    /// Makes one.
    ///
    /// @param output where to; not closed
    public LineWriter(OutputStream output) {
        this.output = output;
    }

    /// Writes a value as a line of its own.
    ///
    /// @param value what to write
    /// @throws IOException when nobody reads any more
    public void write(JsonValue value) throws IOException {
        output.write((safe(Json.compact(value)) + "\n").getBytes(StandardCharsets.UTF_8));
        output.flush();
    }

    /// Escapes what JSON allows and the way does not: the two separators that some readers take for
    /// the end of a line, and halves of characters, which UTF-8 has not. All stand within strings.
    private static String safe(String json) {
        StringBuilder text = null;
        int kept = 0;
        for (int at = 0; at < json.length(); at++) {
            char unit = json.charAt(at);
            if (Character.isHighSurrogate(unit)
                    && at + 1 < json.length()
                    && Character.isLowSurrogate(json.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(unit) || unit == 0x2028 || unit == 0x2029) {
                text = text == null ? new StringBuilder(json.length() + 16) : text;
                text.append(json, kept, at).append("\\u").append(HEX.toHexDigits(unit));
                kept = at + 1;
            }
        }
        return text == null ? json : text.append(json, kept, json.length()).toString();
    }
}
