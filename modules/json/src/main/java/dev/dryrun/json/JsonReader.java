package dev.dryrun.json;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Turns tokens into values with a stack of its own.
final class JsonReader {

    private final JsonParser parser;
    private final int depthMax;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable JsonValue result;

    JsonReader(JsonParser parser, int depthMax) {
        this.parser = parser;
        this.depthMax = depthMax;
    }

    /// {@return the one value of the whole text}
    JsonValue whole() throws MalformedJsonException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            take(token);
        }
        if (result == null) {
            throw new MalformedJsonException("not JSON: the text is empty");
        }
        return result;
    }

    /// {@return the value that begins with the token that was read last; its last token is read}
    ///
    /// @param first that token
    /// @param bytesMax how long it may be
    JsonValue value(JsonToken first, long bytesMax) throws MalformedJsonException {
        long begin = parser.currentLocation().getByteOffset();
        take(first);
        while (result == null) {
            take(parser.nextToken());
            if (parser.currentLocation().getByteOffset() - begin > bytesMax) {
                throw new MalformedJsonException("it is longer than " + bytesMax + " bytes");
            }
        }
        JsonValue value = result;
        result = null;
        return value;
    }

    private void take(JsonToken token) throws MalformedJsonException {
        switch (token) {
            case START_OBJECT -> push(new OpenObject());
            case START_ARRAY -> push(new OpenArray());
            case END_OBJECT, END_ARRAY -> add(open.pop().close());
            case PROPERTY_NAME -> name(parser.getString());
            case VALUE_STRING -> add(new JsonString(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> add(new JsonNumber(parser.getString()));
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
