package dev.dryrun.json;

import dev.dryrun.model.ObjectRef;
import dev.dryrun.model.SchemaObject;
import dev.dryrun.model.ServerInfo;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.JacksonIOException;

/// Reads what a [DumpWriter] wrote, from wherever it comes: every type, word, bound and hash is
/// checked, and memory grows with the number of objects only, not with what they hold.
///
/// For one dump; not safe for concurrent calls.
public final class DumpReader {

    /// More than any database has; it bounds the memory that a hostile file can make us take.
    static final int OBJECTS_MAX = 500_000;

    private static final String NO_DUMP = "it is JSON, but not what dump-schema writes";
    private static final long OBJECT_BYTES_MAX = 64L * 1024 * 1024;
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant NEVER = Instant.parse("+10000-01-01T00:00:00Z");
    private static final int OLDEST = 140_000;
    private static final int NEWEST = 990_000;

    /// Members that the form of the first DryRun, which was not written in Java, begins with.
    private static final Set<String> OF_ANOTHER_TOOL =
            Set.of("format_version", "pg_version", "content_hash");

    private final Consumer<? super SchemaObject> consumer;
    private final Map<ObjectRef, ContentHash> hashes = new HashMap<>();
    private boolean begun;
    private boolean listed;
    private @Nullable ServerInfo server;
    private @Nullable Instant takenAt;
    private @Nullable String source;
    private @Nullable String expectedHash;

    private DumpReader(Consumer<? super SchemaObject> consumer) {
        this.consumer = consumer;
    }

    /// {@return what the dump says of itself, once all its objects were handed over}
    ///
    /// @param in the dump; not closed
    /// @param consumer takes one object at a time. What it took is worth nothing when this throws
    /// @throws MalformedJsonException when it is not a dump, was cut short or altered, is of a
    ///   newer form, or has an object twice; the message says which object cannot be read
    /// @throws IOException when it cannot be read to its end
    public static Dump read(InputStream in, Consumer<? super SchemaObject> consumer)
            throws MalformedJsonException, IOException {
        try (JsonParser parser = Json.parser(in)) {
            return new DumpReader(consumer).read(parser);
        } catch (JacksonIOException e) {
            throw new IOException("it cannot be read to its end", e);
        } catch (JacksonException e) {
            throw Json.malformed(e);
        }
    }

    private Dump read(JsonParser parser) throws MalformedJsonException {
        JsonToken first = parser.nextToken();
        if (first != JsonToken.START_OBJECT) {
            throw new MalformedJsonException(first == null ? "it is empty" : NO_DUMP);
        }
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            member(parser, parser.getString());
        }
        if (parser.nextToken() != null) {
            throw new MalformedJsonException("something follows the dump");
        }
        return whole();
    }

    private void member(JsonParser parser, String name) throws MalformedJsonException {
        if (!begun && !name.equals(Dump.FORMAT_MEMBER)) {
            throw new MalformedJsonException(
                    OF_ANOTHER_TOOL.contains(name)
                            ? "it is the schema of another DryRun (it has \"" + name + "\")"
                            : NO_DUMP);
        }
        JsonToken token = parser.nextToken();
        switch (name) {
            case Dump.FORMAT_MEMBER -> begin(value(parser, token));
            case Dump.SOURCE_MEMBER -> source = once(name, source, string(parser, token, name));
            case Dump.SERVER_MEMBER -> server = once(name, server, server(value(parser, token)));
            case Dump.TAKEN_MEMBER ->
                    takenAt = once(name, takenAt, instant(string(parser, token, name)));
            case Dump.OBJECTS_MEMBER -> objects(parser, token);
            case Dump.HASH_MEMBER ->
                    expectedHash = once(name, expectedHash, string(parser, token, name));
            default ->
                    throw new MalformedJsonException(
                            "it has a member that no dump of form " + Dump.FORMAT + " has");
        }
    }

    private void begin(JsonValue value) throws MalformedJsonException {
        long format =
                Fields.of(JsonObject.builder().put(Dump.FORMAT_MEMBER, value).build())
                        .whole(Dump.FORMAT_MEMBER);
        if (format != Dump.FORMAT) {
            throw new MalformedJsonException(
                    "it is a dump of form " + format + ", and this DryRun reads " + Dump.FORMAT);
        }
        if (begun) {
            throw twice(Dump.FORMAT_MEMBER);
        }
        begun = true;
    }

    private void objects(JsonParser parser, JsonToken token) throws MalformedJsonException {
        if (listed) {
            throw twice(Dump.OBJECTS_MEMBER);
        }
        listed = true;
        if (token != JsonToken.START_ARRAY) {
            throw Fields.wrong(Dump.OBJECTS_MEMBER, "an array");
        }
        for (JsonToken next = parser.nextToken();
                next != JsonToken.END_ARRAY;
                next = parser.nextToken()) {
            int number = hashes.size() + 1;
            if (number > OBJECTS_MAX) {
                throw new MalformedJsonException("it has more than " + OBJECTS_MAX + " objects");
            }
            try {
                object(value(parser, next));
            } catch (MalformedJsonException e) {
                throw new MalformedJsonException("object " + number + ": " + e.getMessage());
            }
        }
    }

    private void object(JsonValue json) throws MalformedJsonException {
        if (!(decoded(json) instanceof SchemaObject object)) {
            throw new MalformedJsonException("it is no definition");
        }
        // Of the record and not of the text: what we did not understand would move the hash.
        if (hashes.put(object.about(), ContentHash.of(DocumentJson.toJson(object))) != null) {
            throw new MalformedJsonException("it is there twice");
        }
        consumer.accept(object);
    }

    private static Object decoded(JsonValue json) throws MalformedJsonException {
        try {
            return DocumentJson.fromJson(json);
        } catch (ArithmeticException e) {
            throw new MalformedJsonException("a number is out of its range");
        }
    }

    private static ServerInfo server(JsonValue json) throws MalformedJsonException {
        try {
            ServerInfo server = ServerJson.fromJson(json);
            long versionNum = Fields.of(json).whole("version_num");
            if (versionNum < OLDEST || versionNum > NEWEST) {
                throw Fields.wrong("version_num", "that of PostgreSQL 14 or later");
            }
            return server;
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new MalformedJsonException("\"server\" contradicts itself");
        }
    }

    private Dump whole() throws MalformedJsonException {
        if (!begun) {
            throw new MalformedJsonException(NO_DUMP);
        }
        ServerInfo from = present(Dump.SERVER_MEMBER, server);
        Instant time = present(Dump.TAKEN_MEMBER, takenAt);
        String expected = present(Dump.HASH_MEMBER, expectedHash);
        if (!listed) {
            throw missing(Dump.OBJECTS_MEMBER);
        }
        ContentHash hash = HashTree.of(Dump.STREAM, hashes).root();
        if (!hash.hex().equals(expected)) {
            throw new MalformedJsonException(
                    "its objects have not the hash that it names: it was altered");
        }
        return new Dump(from, time, source, hash, hashes.size());
    }

    private static JsonValue value(JsonParser parser, JsonToken token)
            throws MalformedJsonException {
        JsonValue value = new JsonReader(parser, Json.DEPTH_MAX).value(token, OBJECT_BYTES_MAX);
        if (!SoundText.in(value)) {
            throw new MalformedJsonException("it has a text that no database can hold");
        }
        return value;
    }

    private static String string(JsonParser parser, JsonToken token, String name)
            throws MalformedJsonException {
        if (value(parser, token) instanceof JsonString(String text)) {
            return text;
        }
        throw Fields.wrong(name, "a string");
    }

    private static Instant instant(String text) throws MalformedJsonException {
        try {
            Instant time = Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
            if (!time.isBefore(EARLIEST) && time.isBefore(NEVER)) {
                return time;
            }
        } catch (DateTimeException e) {
            // Said below.
        }
        throw Fields.wrong(Dump.TAKEN_MEMBER, "a time");
    }

    private static <T> T once(String name, @Nullable T before, T now)
            throws MalformedJsonException {
        if (before != null) {
            throw twice(name);
        }
        return now;
    }

    private static <T> T present(String name, @Nullable T value) throws MalformedJsonException {
        if (value == null) {
            throw missing(name);
        }
        return value;
    }

    private static MalformedJsonException twice(String name) {
        return new MalformedJsonException("it has \"" + name + "\" twice");
    }

    private static MalformedJsonException missing(String name) {
        return new MalformedJsonException("\"" + name + "\" is missing");
    }
}
