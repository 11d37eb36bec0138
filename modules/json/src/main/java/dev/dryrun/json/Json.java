package dev.dryrun.json;

import java.io.InputStream;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
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

    /// Made with the first text that is read, or written for people: who writes compact texts alone
    /// needs no library.
    private static final class Parsing {

        static final JsonFactory FACTORY =
                JsonFactory.builder()
                        .streamReadConstraints(
                                StreamReadConstraints.builder()
                                        .maxNestingDepth(Integer.MAX_VALUE)
                                        .maxStringLength(Integer.MAX_VALUE)
                                        .maxNumberLength(1_000)
                                        .build())
                        .build();

        private Parsing() {}
    }

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
        try (JsonParser parser = Parsing.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            return new JsonReader(parser, depthMax).whole();
        } catch (JacksonException e) {
            throw malformed(e);
        }
    }

    /// {@return a reader of tokens}
    ///
    /// @param in JSON in UTF-8; not closed with it
    static JsonParser parser(InputStream in) {
        return Parsing.FACTORY.createParser(ObjectReadContext.empty(), in);
    }

    /// {@return what is wrong with a text, in our words}
    ///
    /// @param e in the parser's
    static MalformedJsonException malformed(JacksonException e) {
        return new MalformedJsonException(
                "not JSON at " + place(e.getLocation()) + ": " + reason(e));
    }

    /// {@return the value as compact text, members in their own order; half a surrogate pair, which
    /// UTF-8 cannot hold, is escaped}
    ///
    /// @param value what to write
    public static String compact(JsonValue value) {
        return CompactWriter.inOwnOrder(value);
    }

    /// {@return the value as text for people: indented by two, members in their own order}
    ///
    /// @param value what to write
    public static String pretty(JsonValue value) {
        StringWriter text = new StringWriter();
        new PrettyWriter(Parsing.FACTORY).write(value, text);
        return text.toString();
    }

    /// {@return the one canonical form of the value, in UTF-8: compact, members sorted by name in
    /// UTF-16 order. Equal values have equal bytes; hashes are taken of these}
    ///
    /// @param value what to write
    public static byte[] canonical(JsonValue value) {
        return CompactWriter.canonical(value);
    }

    /// {@return the canonical form of the value as a text}
    ///
    /// @param value what to write
    public static String canonicalText(JsonValue value) {
        return CompactWriter.canonicalText(value);
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
        int marker = line.indexOf(" (start marker at");
        int source = marker < 0 ? line.indexOf("[Source:") : marker;
        return (source < 0 ? line : line.substring(0, source)).strip();
    }
}
