package dev.dryrun.json;

import java.io.Writer;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

/// Writes values as text. What we write we made or read ourselves, so recursion is bounded.
record JsonWriter(JsonFactory factory, boolean pretty) {

    void write(JsonValue value, Writer target) {
        ObjectWriteContext context =
                pretty
                        ? new ObjectWriteContext.Base() {
                            @Override
                            public boolean hasPrettyPrinter() {
                                return true;
                            }

                            @Override
                            public PrettyPrinter getPrettyPrinter() {
                                return indented();
                            }
                        }
                        : ObjectWriteContext.empty();
        try (JsonGenerator out = factory.createGenerator(context, target)) {
            out.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
            write(value, out);
        }
    }

    /// Not a pattern switch: this is on the way to a server's first answer, and linking a switch
    /// takes longer than writing it.
    private void write(JsonValue value, JsonGenerator out) {
        if (value instanceof JsonObject object) {
            out.writeStartObject();
            object.members()
                    .forEach((name, member) -> {
                        out.writeName(name);
                        write(member, out);
                    });
            out.writeEndObject();
        } else if (value instanceof JsonArray(List<JsonValue> elements)) {
            out.writeStartArray();
            elements.forEach(element -> write(element, out));
            out.writeEndArray();
        } else if (value instanceof JsonString(String text)) {
            out.writeString(text);
        } else if (value instanceof JsonNumber(String text)) {
            out.writeNumber(text);
        } else if (value instanceof JsonBoolean(boolean truth)) {
            out.writeBoolean(truth);
        } else {
            out.writeNull();
        }
    }

    private static PrettyPrinter indented() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance()
                                .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                                .withObjectEmptySeparator("")
                                .withArrayEmptySeparator(""))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }
}
