package dev.dryrun.mcp.protocol;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonValue;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// Writes one JSON value a line, and flushes. For one thread.
public final class LineWriter {

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
    /// the end of a line. They stand within strings.
    private static String safe(String json) {
        return json.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029");
    }
}
