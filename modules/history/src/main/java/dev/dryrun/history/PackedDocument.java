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
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    private static final String PART = "$part";

    /// A shorter list or text is not worth a row of its own.
    private static final int PART_LEAST = 48;

    private static final Set<String> SHARED = Set.of("columns", "constraints", "indexes");
    private static final String STATISTICS = "columns";

    /// In a row of statistics the name and the type come first; they stay.
    private static final int VALUES = 2;

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
    /// @param parts takes what it may have in common with others
    static PackedDocument packed(JsonObject document, DocumentShape shape, PartTable parts)
            throws SQLException {
        JsonObject shrunk = shape.shrunk(document);
        JsonObject.Builder out = JsonObject.builder();
        ByteArrayOutputStream texts = new ByteArrayOutputStream();
        for (Map.Entry<String, JsonValue> member : shrunk.members().entrySet()) {
            JsonValue value = member.getValue();
            out.put(member.getKey(), packed(member.getKey(), value, texts, parts));
        }
        return new PackedDocument(
                text(out.build()), texts.size() == 0 ? null : texts.toByteArray());
    }

    private static JsonValue packed(
            String name, JsonValue value, ByteArrayOutputStream texts, PartTable parts)
            throws SQLException {
        if (SHARED.contains(name) && value instanceof JsonArray) {
            String text = text(value);
            if (text.length() <= LONG || !hasLong(value)) {
                return shared(value, text, parts);
            }
        }
        return name.equals(COMMENT) || !hasLong(value) ? value : pack(value, texts);
    }

    /// {@return the document with every text in clear, as statistics are kept, so that one SELECT
    /// shows whether values are masked}
    ///
    /// @param document any document
    /// @param shape what its row says
    /// @param parts takes what it may have in common with others
    static PackedDocument plain(JsonObject document, DocumentShape shape, PartTable parts)
            throws SQLException {
        JsonObject.Builder out = JsonObject.builder();
        for (Map.Entry<String, JsonValue> member : shape.shrunk(document).members().entrySet()) {
            out.put(member.getKey(), plain(member.getKey(), member.getValue(), shape, parts));
        }
        return new PackedDocument(text(out.build()), null);
    }

    private static JsonValue plain(
            String name, JsonValue value, DocumentShape shape, PartTable parts)
            throws SQLException {
        if (shape.type().equals(Layout.NODE_STATISTICS)) {
            JsonObject set = RowSets.shrunk(value);
            if (set == null) {
                return value;
            }
            // Most rows of a server are the same an hour later: a number each.
            List<JsonValue> rows = new ArrayList<>();
            for (JsonValue row : RowSets.rows(set)) {
                rows.add(number(row, parts));
            }
            return RowSets.of(number(RowSets.header(set), parts), rows);
        }
        return name.equals(STATISTICS) && value instanceof JsonArray array
                ? rows(array, parts)
                : value;
    }

    private static JsonArray rows(JsonArray rows, PartTable parts) throws SQLException {
        List<JsonValue> out = new ArrayList<>();
        for (JsonValue row : rows.elements()) {
            List<JsonValue> places = new ArrayList<>();
            if (row instanceof JsonArray(List<JsonValue> elements)) {
                for (JsonValue place : elements) {
                    places.add(
                            place instanceof JsonString(String text) && places.size() >= VALUES
                                    ? shared(place, text, parts)
                                    : place);
                }
            }
            out.add(new JsonArray(places));
        }
        return new JsonArray(out);
    }

    /// {@return the number of the part that the value is; the value when it is too short for one}
    private static JsonValue number(JsonValue value, PartTable parts) throws SQLException {
        String text = text(value);
        return text.length() < PART_LEAST ? value : JsonNumber.of(parts.id(text));
    }

    private static JsonValue shared(JsonValue value, String text, PartTable parts)
            throws SQLException {
        return text.length() < PART_LEAST
                ? value
                : JsonObject.builder().put(PART, parts.id(text)).build();
    }

    private static boolean anyHasLong(Collection<JsonValue> values) {
        for (JsonValue value : values) {
            if (hasLong(value)) {
                return true;
            }
        }
        return false;
    }

    // No switch: a capture asks this of every value of every definition.
    private static boolean hasLong(JsonValue value) {
        if (value instanceof JsonString(String text)) {
            return text.length() > LONG;
        }
        if (value instanceof JsonArray(List<JsonValue> elements)) {
            return anyHasLong(elements);
        }
        return value instanceof JsonObject object && anyHasLong(object.members().values());
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
    /// @param parts has what it has in common with others
    /// @throws MalformedJsonException when the row is damaged
    JsonObject unpacked(DocumentShape shape, PartTable parts)
            throws MalformedJsonException, SQLException {
        JsonObject object = inflated(json, texts);
        JsonObject.Builder out = JsonObject.builder();
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            JsonValue value = member.getValue();
            if (SHARED.contains(member.getKey())) {
                value = list(value, parts);
            } else if (shape.type().equals(Layout.NODE_STATISTICS)
                    && RowSets.is(value)
                    && value instanceof JsonObject set) {
                value = rowSet(set, parts);
            }
            out.put(member.getKey(), value);
        }
        return shape.grown(out.build());
    }

    /// {@return a row's JSON with its long texts in clear}
    static JsonObject inflated(String json, byte @Nullable [] texts) throws MalformedJsonException {
        JsonValue value = Json.parse(json);
        if ((texts == null ? value : unpack(value, texts)) instanceof JsonObject object) {
            return object;
        }
        throw new MalformedJsonException("a document is an object");
    }

    private static JsonValue list(JsonValue stored, PartTable parts)
            throws MalformedJsonException, SQLException {
        String shared = part(stored, parts);
        if (shared != null) {
            return Json.parse(shared);
        }
        if (!(stored instanceof JsonArray rows)) {
            return stored;
        }
        List<JsonValue> out = new ArrayList<>();
        for (JsonValue row : rows.elements()) {
            if (row instanceof JsonArray(List<JsonValue> elements)) {
                List<JsonValue> places = new ArrayList<>();
                for (JsonValue place : elements) {
                    String text = part(place, parts);
                    places.add(text == null ? place : new JsonString(text));
                }
                out.add(new JsonArray(places));
            } else {
                out.add(row);
            }
        }
        return new JsonArray(out);
    }

    private static JsonValue rowSet(JsonObject set, PartTable parts)
            throws MalformedJsonException, SQLException {
        List<JsonValue> rows = new ArrayList<>();
        for (JsonValue row : RowSets.rows(set)) {
            rows.add(numbered(row, parts));
        }
        return RowSets.grown(RowSets.of(numbered(RowSets.header(set), parts), rows));
    }

    private static JsonValue numbered(JsonValue stored, PartTable parts)
            throws MalformedJsonException, SQLException {
        return stored instanceof JsonNumber id ? Json.parse(text(id, parts)) : stored;
    }

    private static String text(JsonNumber id, PartTable parts)
            throws MalformedJsonException, SQLException {
        String text = parts.text((long) id.doubleValue());
        if (text == null) {
            throw new MalformedJsonException("a part is not there");
        }
        return text;
    }

    /// {@return the text that a mark stands for; null when it is none}
    private static @Nullable String part(JsonValue stored, PartTable parts)
            throws MalformedJsonException, SQLException {
        return stored instanceof JsonObject object && object.get(PART) instanceof JsonNumber id
                ? text(id, parts)
                : null;
    }

    private static String text(JsonValue value) {
        return Json.canonicalText(value);
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
