package dev.dryrun.json;

import java.io.StringWriter;
import java.io.Writer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Reads and writes JSON text.
///
/// Reading does not recurse, so no nesting can exhaust the stack. Stateless: any thread may call
/// it.
public final class Json {

    /// How deep a text from outside may nest: far beyond any message of a protocol we speak.
    public static final int DEPTH_MAX = 1_000;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .maxNumberLength(1_000)
                                    .build())
                    .build();

    private Json() {}

    /// {@return the one value that the text holds}
    ///
    /// @param text JSON, nested at most [#DEPTH_MAX] deep
    /// @throws MalformedJsonException when it is not JSON, has a member twice, nests too deep, or
    ///   goes on after the value
    public static JsonValue parse(String text) throws MalformedJsonException {
        return parse(text, DEPTH_MAX);
    }

    /// {@return the one value that the text holds}
    ///
    /// @param text JSON
    /// @param depthMax how deep it may nest
    /// @throws MalformedJsonException when it is not JSON, has a member twice, nests too deep, or
    ///   goes on after the value
    public static JsonValue parse(String text, int depthMax) throws MalformedJsonException {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new Reader(parser, depthMax).read();
        } catch (JacksonException e) {
            throw new MalformedJsonException(
                    "not JSON at " + place(e.getLocation()) + ": " + reason(e));
        }
    }

    /// {@return the value as compact text, members in their own order}
    ///
    /// @param value what to write
    public static String compact(JsonValue value) {
        StringWriter text = new StringWriter();
        compact(value, text);
        return text.toString();
    }

    /// Writes the value as compact text, members in their own order, without a line break.
    ///
    /// @param value what to write
    /// @param target where to; not closed
    public static void compact(JsonValue value, Writer target) {
        new JsonWriter(FACTORY, false).write(value, target);
    }

    /// {@return the value as text for people: indented by two, members in their own order}
    ///
    /// @param value what to write
    public static String pretty(JsonValue value) {
        StringWriter text = new StringWriter();
        new JsonWriter(FACTORY, true).write(value, text);
        return text.toString();
    }

    /// {@return the one canonical form of the value, in UTF-8: compact, members sorted by name in
    /// UTF-16 order. Equal values have equal bytes; hashes are taken of these}
    ///
    /// @param value what to write
    public static byte[] canonical(JsonValue value) {
        return CanonicalWriter.write(value);
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null
                ? "an unknown place"
                : "line " + location.getLineNr() + ", column " + location.getColumnNr();
    }

    /// The parser's own words in one line, without the part in which it describes its source.
    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        int end = message.indexOf('\n');
        String line = end < 0 ? message : message.substring(0, end);
        int source = line.indexOf("[Source:");
        return (source < 0 ? line : line.substring(0, source)).strip();
    }

    /// Turns tokens into values with a stack of its own.
    private static final class Reader {

        private final JsonParser parser;
        private final int depthMax;
        private final Deque<Open> open = new ArrayDeque<>();
        private @Nullable JsonValue result;

        Reader(JsonParser parser, int depthMax) {
            this.parser = parser;
            this.depthMax = depthMax;
        }

        JsonValue read() throws MalformedJsonException {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                take(token);
            }
            if (result == null) {
                throw new MalformedJsonException("not JSON: the text is empty");
            }
            return result;
        }

        private void take(JsonToken token) throws MalformedJsonException {
            switch (token) {
                case START_OBJECT -> push(new OpenObject());
                case START_ARRAY -> push(new OpenArray());
                case END_OBJECT, END_ARRAY -> add(open.pop().close());
                case PROPERTY_NAME -> name(parser.getString());
                case VALUE_STRING -> add(new JsonString(parser.getString()));
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                        add(new JsonNumber(parser.getString()));
                case VALUE_TRUE -> add(new JsonBoolean(true));
                case VALUE_FALSE -> add(new JsonBoolean(false));
                case VALUE_NULL -> add(new JsonNull());
                case NOT_AVAILABLE, VALUE_EMBEDDED_OBJECT ->
                        throw new IllegalStateException("a blocking text parser gave " + token);
            }
        }

        private void push(Open opened) throws MalformedJsonException {
            if (open.size() >= depthMax) {
                throw new MalformedJsonException("nested deeper than " + depthMax + " levels");
            }
            open.push(opened);
        }

        private void name(String name) {
            if (open.peek() instanceof OpenObject object) {
                object.name = name;
            }
        }

        private void add(JsonValue value) throws MalformedJsonException {
            Open parent = open.peek();
            if (parent != null) {
                parent.add(value);
            } else if (result == null) {
                result = value;
            } else {
                throw new MalformedJsonException("more than one value in the text");
            }
        }
    }

    private sealed interface Open {
        void add(JsonValue value) throws MalformedJsonException;

        JsonValue close();
    }

    private static final class OpenArray implements Open {
        private final List<JsonValue> elements = new ArrayList<>();

        @Override
        public void add(JsonValue value) {
            elements.add(value);
        }

        @Override
        public JsonValue close() {
            return new JsonArray(elements);
        }
    }

    private static final class OpenObject implements Open {
        private final SequencedMap<String, JsonValue> members = new LinkedHashMap<>();
        private String name = "";

        @Override
        public void add(JsonValue value) throws MalformedJsonException {
            if (members.putIfAbsent(name, value) != null) {
                throw new MalformedJsonException("a member stands twice in one object");
            }
        }

        @Override
        public JsonValue close() {
            return new JsonObject(members);
        }
    }
}
