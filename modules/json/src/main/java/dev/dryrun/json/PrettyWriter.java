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

/// Writes values as text for people. What we write we made or read ourselves, so recursion is
/// bounded.
record PrettyWriter(JsonFactory factory) {

    void write(JsonValue value, Writer target) {
        ObjectWriteContext context =
                new ObjectWriteContext.Base() {
                    @Override
                    public boolean hasPrettyPrinter() {
                        return true;
                    }

                    @Override
                    public PrettyPrinter getPrettyPrinter() {
                        return indented();
                    }
                };
        try (JsonGenerator out = factory.createGenerator(context, target)) {
            out.configure(StreamWriteFeature.AUTO_CLOSE_TARGET, false);
            write(value, out);
        }
    }

    private static void write(JsonValue value, JsonGenerator out) {
        switch (value) {
            case JsonObject object -> {
                out.writeStartObject();
                object.members()
                        .forEach((name, member) -> {
                            out.writeName(name);
                            write(member, out);
                        });
                out.writeEndObject();
            }
            case JsonArray(List<JsonValue> elements) -> {
                out.writeStartArray();
                elements.forEach(element -> write(element, out));
                out.writeEndArray();
            }
            case JsonString(String text) -> out.writeString(text);
            case JsonNumber(String text) -> out.writeNumber(text);
            case JsonBoolean(boolean truth) -> out.writeBoolean(truth);
            case JsonNull _ -> out.writeNull();
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
