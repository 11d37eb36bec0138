package dev.dryrun.json;

import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes a schema as one JSON value, object by object as they come:
///
/// `{"dryrun_dump": 1, "source": "…", "server": {…}, "taken_at": "…", "objects": [{…}, …],
/// "schema_hash": "…"}`
///
/// Each object stands on a line of its own, so that text tools can compare two dumps. Not safe for
/// concurrent calls. Throws [UncheckedIOException] when the target cannot take more.
public final class DumpWriter {

    private final Writer out;
    private final boolean pretty;
    private final Map<ObjectRef, ContentHash> hashes = new HashMap<>();
    private String separator = "\n";

    /// Begins a dump.
    ///
    /// @param out where to; not closed
    /// @param pretty whether objects are spread over lines, for people to read
    /// @param server where the schema was read
    /// @param takenAt when, by the server's clock
    /// @param source what to call it; null for no name
    public DumpWriter(
            Writer out,
            boolean pretty,
            ServerInfo server,
            Instant takenAt,
            @Nullable String source) {
        this.out = out;
        this.pretty = pretty;
        write("{");
        member(Dump.FORMAT_MEMBER, JsonNumber.of(Dump.FORMAT));
        if (source != null) {
            write(",\n");
            member(Dump.SOURCE_MEMBER, new JsonString(source));
        }
        write(",\n");
        member(Dump.SERVER_MEMBER, ServerJson.toJson(server));
        write(",\n");
        member(Dump.TAKEN_MEMBER, new JsonString(takenAt.toString()));
        write(",\n\"" + Dump.OBJECTS_MEMBER + "\":[");
    }

    /// Writes one object.
    ///
    /// @param object masked already; no other of this dump is about the same
    public void add(SchemaObject object) {
        JsonObject json = DocumentJson.toJson(object);
        if (hashes.put(object.about(), ContentHash.of(json)) != null) {
            throw new IllegalArgumentException(object.about() + " came twice");
        }
        write(separator + text(json));
        separator = ",\n";
    }

    /// Ends the dump: without that it is none.
    ///
    /// @return the hash of its objects, equal to that of a snapshot of the same schema
    public ContentHash end() {
        ContentHash hash = HashTree.of(Dump.STREAM, hashes).root();
        write("\n],\n");
        member(Dump.HASH_MEMBER, new JsonString(hash.hex()));
        write("}\n");
        try {
            out.flush();
            return hash;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void member(String name, JsonValue value) {
        write("\"" + name + "\":" + text(value));
    }

    private String text(JsonValue value) {
        return pretty ? Json.pretty(value) : Json.compact(value);
    }

    private void write(String text) {
        try {
            out.write(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
