package dev.dryrun.history;

import dev.dryrun.json.Json;
import dev.dryrun.json.JsonArray;
import dev.dryrun.json.JsonNumber;
import dev.dryrun.json.JsonObject;
import dev.dryrun.json.JsonString;
import dev.dryrun.json.JsonValue;
import dev.dryrun.json.MalformedJsonException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// A document as its row keeps it: canonical JSON in the shape of [DocumentShape], in which each
/// long text is replaced by `{"$deflated": n}`; and those texts, each a zlib stream of its own that
/// begins at byte `n`. Immutable.
final class PackedDocument {

    /// A text of more UTF-16 units is worth compressing.
    static final int LONG = 512;

    private static final String MARK = "$deflated";

    /// Comments are for people who look with a SQLite tool: they stay.
    private static final String COMMENT = "comment";

    private final String json;
    private final byte @Nullable [] texts;

    /// Takes what a row holds.
    ///
    /// @param json the JSON, in clear text
    /// @param texts the compressed texts one after another; null when no text is long
    PackedDocument(String json, byte @Nullable [] texts) {
        this.json = json;
        this.texts = texts;
    }

    /// {@return the document with its long texts compressed}
    ///
    /// @param document any document
    /// @param shape what its row says
    static PackedDocument packed(JsonObject document, DocumentShape shape) {
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        JsonValue packed = pack(shape.shrunk(document), texts);
        return new PackedDocument(text(packed), texts.size() == 0 ? null : texts.toByteArray());
    }

    /// {@return the document with every text in clear, as statistics are kept, so that one SELECT
    /// shows whether values are masked}
    ///
    /// @param document any document
    /// @param shape what its row says
    static PackedDocument plain(JsonObject document, DocumentShape shape) {
        return new PackedDocument(text(shape.shrunk(document)), null);
    }

    String json() {
        return json;
    }

    byte @Nullable [] texts() {
        return texts;
    }

    /// {@return the document as it was before it was packed}
    ///
    /// @param shape what its row says
    /// @throws MalformedJsonException when the row is damaged
    JsonObject unpacked(DocumentShape shape) throws MalformedJsonException {
        JsonValue value = Json.parse(json);
        JsonValue whole = texts == null ? value : unpack(value, texts);
        if (whole instanceof JsonObject object) {
            return shape.grown(object);
        }
        throw new MalformedJsonException("a document is an object");
    }

    private static String text(JsonValue value) {
        return new String(Json.canonical(value), StandardCharsets.UTF_8);
    }

    private static JsonValue pack(JsonValue value, ByteArrayOutputStream texts) {
        if (value instanceof JsonString(String text) && text.length() > LONG) {
            JsonObject mark = JsonObject.builder().put(MARK, texts.size()).build();
            texts.writeBytes(deflated(text));
            return mark;
        }
        if (value instanceof JsonArray array) {
            return JsonArray.of(array.elements(), element -> pack(element, texts));
        }
        if (value instanceof JsonObject object) {
            JsonObject.Builder out = JsonObject.builder();
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                boolean keep = member.getKey().equals(COMMENT);
                out.put(member.getKey(), keep ? member.getValue() : pack(member.getValue(), texts));
            }
            return out.build();
        }
        return value;
    }

    private static JsonValue unpack(JsonValue value, byte[] texts) throws MalformedJsonException {
        if (value instanceof JsonArray array) {
            List<JsonValue> elements = new ArrayList<>();
            for (JsonValue element : array.elements()) {
                elements.add(unpack(element, texts));
            }
            return new JsonArray(elements);
        }
        if (value instanceof JsonObject object) {
            if (object.get(MARK) instanceof JsonNumber offset) {
                return new JsonString(inflated(texts, (int) offset.doubleValue()));
            }
            JsonObject.Builder out = JsonObject.builder();
            for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
                out.put(member.getKey(), unpack(member.getValue(), texts));
            }
            return out.build();
        }
        return value;
    }

    private static byte[] deflated(String text) {
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[LONG];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        }
    }

    private static String inflated(byte[] texts, int offset) throws MalformedJsonException {
        if (offset < 0 || offset >= texts.length) {
            throw new MalformedJsonException("a long text is not where it should be");
        }
        try (Inflater inflater = new Inflater()) {
            inflater.setInput(texts, offset, texts.length - offset);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            byte[] buffer = new byte[8 * LONG];
            while (!inflater.finished()) {
                int count = inflater.inflate(buffer);
                if (count == 0 && !inflater.finished()) {
                    throw new MalformedJsonException("a long text is cut short");
                }
                out.write(buffer, 0, count);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new MalformedJsonException("a long text cannot be unpacked");
        }
    }
}
