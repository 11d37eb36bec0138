package dev.dryrun.json;

import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;

/// Writes a schema as one JSON value, object by object as they come:
///
/// `{"dryrun_dump": 1, "server": {…}, "taken_at": "…", "objects": [{…}, …]}`
///
/// Each object stands on a line of its own, so that text tools can compare two dumps. Not safe for
/// concurrent calls. Throws [UncheckedIOException] when the target cannot take more.
public final class DumpWriter implements AutoCloseable {

    private final Writer out;
    private String separator = "\n";

    /// Begins a dump.
    ///
    /// @param out where to; not closed
    /// @param server where the schema was read
    /// @param takenAt when, by the server's clock
    public DumpWriter(Writer out, ServerInfo server, Instant takenAt) {
        this.out = out;
        write(
                "{\""
                        + Dump.FORMAT_MEMBER
                        + "\":"
                        + Dump.FORMAT
                        + ",\n\"server\":"
                        + Json.compact(ServerJson.toJson(server))
                        + ",\n\"taken_at\":"
                        + Json.compact(new JsonString(takenAt.toString()))
                        + ",\n\"objects\":[");
    }

    /// Writes one object.
    ///
    /// @param object masked already
    public void add(SchemaObject object) {
        write(separator + Json.compact(DocumentJson.toJson(object)));
        separator = ",\n";
    }

    /// Ends the dump.
    @Override
    public void close() {
        write("\n]}\n");
        try {
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
